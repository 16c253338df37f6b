import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { startSession } from './session';

// Inside a Web Worker the global object is the port to the client.
const port = globalThis as never;
startSession(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)));
