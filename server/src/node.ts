import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { files } from './node/files/files';
import { startSession } from './session';

startSession(createConnection(ProposedFeatures.all), files);
