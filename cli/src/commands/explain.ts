import { counted, grouped } from '../../../server/src/core/explain/quantities';
import { conversationIn } from '../../../server/src/core/reachability/conversationOf';
import { explainFrom } from '../../../server/src/core/reachability/explainTable';
import type { Findings } from '../../../server/src/core/reachability/findings';
import { extentNotes, storyNotes } from '../../../server/src/core/reachability/notes';
import type { Story } from '../../../server/src/core/reachability/story';
import { EXIT, type ExitCode } from '../exitCode';
import { openLog, type Log } from '../explain/logChunks';
import { storyJson } from '../explain/storyJson';
import { storyText, widthFor } from '../explain/storyText';
import { FileShrank } from '../../../server/src/node/log/logFile';
import { UnusableInput } from '../input/unusable';
import { visible } from '../visible';
import { sayUnknownColumns } from './columns';
import type { Command, Streams } from './command';
import { readExplainArguments, type ExplainArguments } from './explainArguments';
import { explainHelp } from './explainHelp';

/** Times further ahead than this are taken for mistakes, in seconds. */
const AHEAD = 24 * 60 * 60;

/** `flowlog explain`: who stopped the traffic, and how sure that is. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'say what the records prove: security group, network ACL, or neither',
  run: async (args, streams) => {
    const asked = readExplainArguments(args);
    if (asked === 'help') {
      await streams.out.write(explainHelp);
      return EXIT.clean;
    }
    await sayUnknownColumns(streams, asked.columns);
    try {
      const log = await openLog(asked.file, optionsOf(asked), asked.settings);
      try {
        await sayUnknown(log, asked, streams);
        return asked.line === undefined
          ? await explainAll(log, asked, streams)
          : await explainLine(log, asked, asked.line, streams);
      } finally {
        log.close();
      }
    } catch (error) {
      if (!(error instanceof UnusableInput || error instanceof FileShrank)) throw error;
      await say(streams, `${asked.file}: ${error.message}`);
      return EXIT.unusable;
    }
  },
};

async function explainAll(
  { chunks, facts }: Log,
  asked: ExplainArguments,
  { out, err }: Streams,
): Promise<ExitCode> {
  const findings = toEnd(explainFrom(chunks, facts, asked.settings));
  const write = writerOf(asked);
  let stories = 0;
  for (const story of findings.stories(asked.filter)) {
    if (out.closed) break;
    await out.write(write(story));
    stories++;
  }
  const notes = storyNotes(findings);
  if (asked.format === 'text') await out.write(totals(findings, stories));
  for (const note of notes) {
    if (asked.format === 'text') await out.write(`${note}\n`);
    else await say({ out, err }, note);
  }
  return stories > 0 ? EXIT.clean : EXIT.found;
}

async function explainLine(
  { chunks, facts }: Log,
  asked: ExplainArguments,
  line: number,
  streams: Streams,
): Promise<ExitCode> {
  const found = toEnd(conversationIn(chunks, facts, line, asked.settings));
  if (found.kind === 'none') {
    await say(streams, `${asked.file}:${line + 1}: ${found.reason}`);
    return EXIT.found;
  }
  const { address, code } = asked.filter;
  const ends = found.story.ends.map(end => end.address);
  if ((code && found.story.code !== code) || (address !== undefined && !ends.includes(address))) {
    await say(streams, `${asked.file}:${line + 1}: the story of this record is not one of those.`);
    return EXIT.found;
  }
  await streams.out.write(writerOf(asked)(found.story).trimEnd());
  await streams.out.write('\n');
  for (const note of extentNotes(found.extent)) await say(streams, note);
  return EXIT.clean;
}

function writerOf({ format }: ExplainArguments): (story: Story) => string {
  if (format === 'json') return storyJson;
  const width = widthFor(process.stdout.columns);
  return story => storyText(story, width);
}

/** An interface that is named and not in the log is most often a slip of the pen. */
async function sayUnknown({ facts }: Log, { named }: ExplainArguments, streams: Streams) {
  const ids = new Set(facts.points.points.map(({ id }) => id));
  for (const [option, id] of named) {
    if (!ids.has(id)) await say(streams, `${option} names ${id}, which is not in the log.`);
  }
}

const optionsOf = ({ columns }: ExplainArguments) => ({
  columns,
  latest: Math.floor(Date.now() / 1000) + AHEAD,
});

function totals({ pairing }: Findings, shown: number): string {
  const stories = shown === 1 ? '1 story' : `${grouped(shown)} stories`;
  const { conversations, records } = pairing;
  return `${stories}; in the log ${counted(conversations, 'conversation')} in ${counted(records, 'record')}\n`;
}

function toEnd<T>(work: Generator<unknown, T>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** A sentence beside the output, after all that stands before it. */
async function say({ out, err }: Streams, sentence: string): Promise<void> {
  await out.flush();
  await err.write(`flowlog: ${visible(sentence)}\n`);
  await err.flush();
}
