import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startSession } from './session';

startSession(createConnection(ProposedFeatures.all));
