import { EXIT, type ExitCode } from '../exitCode';
import { visible } from '../visible';
import { sayUnknownColumns } from './columns';
import type { Command, Streams } from './command';
import { readSummaryArguments, type SummaryArguments } from './summaryArguments';
import { summaryHelp } from './summaryHelp';
import { summaryJson } from './summaryJson';
import { newProgress } from './summaryProgress';
import { summariseInputs, type InputsSummary } from './summaryReader';
import { summaryMarkdown } from './summaryMarkdown';
import { summaryText } from './summaryText';

/** `flowlog summary`: how much, when, who, and what was refused. */
export const summaryCommand: Command = {
  name: 'summary',
  summary: 'sum flow logs up: how much, when, who, and what was refused',
  run: async (args, streams) => {
    const asked = await readSummaryArguments(args);
    if (asked === 'help') {
      await streams.out.write(summaryHelp);
      return EXIT.clean;
    }
    await sayUnknownColumns(streams, asked.columns);
    return summarise(asked, streams);
  },
};

async function summarise(asked: SummaryArguments, { out, err }: Streams): Promise<ExitCode> {
  const progress = newProgress(process.stderr);
  const result = await summariseInputs(asked, progress.show).finally(progress.clear);
  for (const { file, reason } of result.unusable) {
    await err.write(`flowlog: ${visible(`${file}: ${reason}`)}\n`);
  }
  for (const note of result.notes) await err.write(`flowlog: ${visible(note)}\n`);
  await err.flush();
  if (result.files.length > 0) await out.write(written(asked, result));
  return result.unusable.length > 0 ? EXIT.unusable : EXIT.clean;
}

function written({ format, top, by }: SummaryArguments, result: InputsSummary): string {
  if (format === 'json') return summaryJson(result, top, by);
  const write = format === 'markdown' ? summaryMarkdown : summaryText;
  return write(result, top, by);
}
