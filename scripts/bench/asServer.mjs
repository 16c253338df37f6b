import { readFileSync } from 'node:fs';
import { inProject } from '../project.mjs';

/**
 * How the client starts the server's process (client/src/nodeClient.ts), which everything that stands
 * for the server is started as.
 *
 * @type {{ env: Record<string, string> }}
 */
export const AS_SERVER = JSON.parse(
  readFileSync(inProject('client/src/serverProcess.json'), 'utf8'),
);
