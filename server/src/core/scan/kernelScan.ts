import type { LayoutSet } from '../layouts/layoutSet';
import type { FieldValue } from '../record/recordView';
import { faultyValues, type Fault } from './faultyRecord';
import type { Kernel } from './kernel';
import type { LineScan, ScannedLines } from './lineScan';
import type { PlanSet } from './planSet';
import { V6Table, type V6Addresses } from './v6Table';

const COLD = 1;
const FULL = 2;
/** Words of a fault in the kernel (server/kernel/faults.ts). */
const FAULT_WORDS = 3;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** One block of lines going through a kernel. */
export class KernelScan implements LineScan {
  /** There are more lines than the kernel has rows for; the rest is not read. */
  isFull = false;
  private plansVersion = -1;

  constructor(
    private readonly kernel: Kernel,
    private readonly bytes: Uint8Array,
    /** The same bytes, or more, in the kernel's memory. */
    private readonly input: Uint8Array,
    readonly keepsValues: boolean,
  ) {}

  get columns() {
    return this.kernel.columns;
  }

  get names() {
    return this.kernel.names;
  }

  get v6(): V6Addresses {
    const { kernel } = this;
    return {
      addBytes: address => kernel.addV6(address),
      at: number =>
        kernel.memory.subarray(kernel.map.v6 + number * 16, kernel.map.v6 + number * 16 + 16),
    };
  }

  runEnd(row: number, rows: number): number {
    return this.kernel.exports.runEnd(row, rows);
  }

  next(plans: PlanSet): number {
    const { exports } = this.kernel;
    if (plans.version !== this.plansVersion) {
      this.kernel.setPlans(plans.inOrder());
      this.plansVersion = plans.version;
    }
    const state = exports.run();
    this.isFull = state === FULL;
    if (state !== COLD) return -1;
    const row = exports.rowCount() - 1;
    this.kernel.columns.clear(row);
    return row;
  }

  faultyValues(row: number, layouts: LayoutSet): readonly FieldValue[] | undefined {
    const { exports, columns } = this.kernel;
    if (exports.acceptCold() === 0) return undefined;
    const line = this.input.subarray(exports.coldLineStart(), exports.coldLineEnd());
    const values = faultyValues(line, this.faults(line), layouts.at(columns.layout[row]!));
    if (!values) columns.clear(row);
    return values;
  }

  text(): string {
    const { exports } = this.kernel;
    return decoder.decode(this.input.subarray(exports.coldLineStart(), exports.coldLineEnd()));
  }

  private faults(line: Uint8Array): Fault[] {
    const { exports } = this.kernel;
    const words = new Uint32Array(
      line.buffer,
      exports.faults(),
      exports.faultCount() * FAULT_WORDS,
    );
    const faults: Fault[] = [];
    for (let at = 0; at < words.length; at += FAULT_WORDS) {
      const [target, start, end] = [words[at]!, words[at + 1]!, words[at + 2]!];
      faults.push({ target, start: start - line.byteOffset, end: end - line.byteOffset });
    }
    return faults;
  }

  /** The lines in columns of their own, unless the kernel hands out its own. */
  finish(): ScannedLines {
    const { kernel } = this;
    const { exports, names } = kernel;
    const lines = exports.rowCount();
    kernel.lineStarts[lines] = exports.nextLine();
    return {
      bytes: this.bytes,
      lines,
      lineStarts: kernel.inPlace ? kernel.lineStarts : kernel.lineStarts.slice(0, lines + 1),
      columns: kernel.inPlace ? kernel.columns : kernel.columns.copy(lines),
      names,
      v6: this.copyV6(),
    };
  }

  /** The addresses; what is added goes to the kernel, too, where its columns are worked on. */
  private copyV6(): V6Addresses {
    const { kernel } = this;
    const { exports, map, memory, inPlace } = kernel;
    const size = exports.v6Count() * 16;
    const table = new V6Table(size > 0 ? memory.slice(map.v6, map.v6 + size) : undefined);
    if (!inPlace) return table;
    return {
      addBytes: address => {
        kernel.addV6(address);
        return table.addBytes(address);
      },
      at: number => table.at(number),
    };
  }
}
