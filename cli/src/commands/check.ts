import { grouped } from '../../../server/src/core/explain/quantities';
import { wideHashBytes } from '../../../server/src/core/scan/wideHash';
import { loadKernel } from '../../../server/src/kernel/loadKernel';
import { checkLog, type CheckOptions } from '../check/checkLog';
import { EXIT, type ExitCode } from '../exitCode';
import type { Format, Unusable } from '../formats/format';
import { readBlocks, sizeOf } from '../input/readBlocks';
import { UnusableInput } from '../input/unusable';
import { visible } from '../visible';
import { checkHelp } from './checkHelp';
import { readCheckArguments } from './checkArguments';
import { sayUnknownColumns } from './columns';
import type { Command, Streams } from './command';

/** Bytes the compiled scan takes at once; chunks that come out larger are read without it. */
const KERNEL_CAPACITY = 1024 * 1024;

/** `flowlog check`: what is wrong with flow logs. */
export const checkCommand: Command = {
  name: 'check',
  summary: 'say what is wrong with flow logs, place by place',
  run: async (args, streams) => {
    const asked = readCheckArguments(args);
    if (asked === 'help') {
      await streams.out.write(checkHelp);
      return EXIT.clean;
    }
    await sayUnknownColumns(streams, asked.options.columns);
    const extra = wideHashBytes(KERNEL_CAPACITY);
    const kernel = loadKernel(KERNEL_CAPACITY, undefined, true, extra);
    const options = { ...asked.options, kernel };
    return new Check(asked.format, options, streams).run(asked.files);
  },
};

class Check {
  private lines = 0;
  private records = 0;
  private readonly problems = { error: 0, warning: 0, information: 0, hint: 0 };
  private readonly unusable: Unusable[] = [];

  constructor(
    private readonly format: Format,
    private readonly options: CheckOptions,
    private readonly streams: Streams,
  ) {}

  async run(files: readonly string[]): Promise<ExitCode> {
    const { out } = this.streams;
    await out.write(this.format.begin());
    for (const file of files) {
      if (out.closed) break;
      await this.checkFile(file);
    }
    const { lines, records, problems, unusable } = this;
    const read = files.length - unusable.length;
    await out.write(this.format.end({ files: read, lines, records, problems, unusable }));
    if (unusable.length > 0) return EXIT.unusable;
    return problems.error > 0 ? EXIT.found : EXIT.clean;
  }

  private async checkFile(file: string): Promise<void> {
    try {
      await this.checkLines(file);
    } catch (error) {
      if (!(error instanceof UnusableInput)) throw error;
      this.unusable.push({ file, reason: error.message });
      await this.say(`${file}: ${error.message}`);
    }
  }

  private async checkLines(file: string): Promise<void> {
    const { out } = this.streams;
    let told = false;
    const options = { ...this.options, size: sizeOf(file) };
    for await (const part of checkLog(readBlocks(file), options)) {
      for (const problem of part.problems) {
        this.problems[problem.severity]++;
        await out.write(this.format.problem(file, problem));
      }
      this.lines += part.lines;
      this.records += part.records;
      if (part.forgetsRecords && !told) {
        told = true;
        const from = grouped(this.lines);
        await this.say(`${file}: from about line ${from} on, a repeated record may go unnoticed`);
      }
      if (out.closed) return;
    }
  }

  /** A sentence beside the output, after all that stands before it. */
  private async say(sentence: string): Promise<void> {
    await this.streams.out.flush();
    await this.streams.err.write(`flowlog: ${visible(sentence)}\n`);
    await this.streams.err.flush();
  }
}
