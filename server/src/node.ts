import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { files } from './node/files/files';
import { growYoungSpaceAtOnce } from './node/youngSpace';
import { startSession } from './session';

growYoungSpaceAtOnce();
startSession(createConnection(ProposedFeatures.all), files);
