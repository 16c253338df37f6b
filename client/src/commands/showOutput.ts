import type { FlowLogCommand } from './command';
import { SHOW_OUTPUT } from './ids';

export const showOutput: FlowLogCommand = {
  id: SHOW_OUTPUT,
  run: ({ connection }) => connection.output.show(),
};
