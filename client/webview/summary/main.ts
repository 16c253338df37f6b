import 'uplot/dist/uPlot.min.css';
import '../common/base.css';
import './styles/page.css';
import './styles/table.css';
import './styles/charts.css';
import { connectHost } from '../common/host';
import { readKept } from './keptState';
import type { FromPage, KeptState, ToPage } from './messages';
import { Page } from './page';
import { lineChart } from './series/lineChart';
import { timelineChart } from './timeline/timelineChart';

const host = connectHost<FromPage, KeptState>(message => page.receive(message as ToPage));
const kept = readKept(host.saved());
const page = new Page(
  message => host.post(message),
  state => host.save(state),
  kept,
  { timeline: timelineChart, lines: lineChart },
);
document.body.append(page.root);

const SCROLL_PAUSE = 200;
let timer: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('scroll', () => {
  clearTimeout(timer);
  timer = setTimeout(() => page.save(), SCROLL_PAUSE);
});

host.post({ type: 'ready', choices: kept.choices });
