import './explain.css';
import { connectHost } from '../common/host';
import { explainPage } from './explainPage';
import type { FromPage, SavedPage, ToPage } from './messages';

const host = connectHost<FromPage, SavedPage>(message => page.receive(message as ToPage));
const page = explainPage(host);
document.body.append(page.root);
host.post({ type: 'ready' });
