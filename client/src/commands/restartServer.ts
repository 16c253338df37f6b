import type { FlowLogCommand } from './command';
import { RESTART_SERVER } from './ids';

export const restartServer: FlowLogCommand = {
  id: RESTART_SERVER,
  run: ({ connection }) => connection.restart(),
};
