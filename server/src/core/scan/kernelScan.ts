import { CORE_FIELDS } from '../layouts/fields';
import type { Layout } from '../layouts/layout';
import type { LayoutSet } from '../layouts/layoutSet';
import { misfit, MOST_STRAIGHT, WRONG } from '../record/likeness';
import { DECLARED, TOGETHER, type FaultList } from './faultList';
import { asciiAt, hasTellingColumns } from './faultyRecord';
import type { Kernel } from './kernel';
import type { LineScan, ScannedLines } from './lineScan';
import type { PlanSet } from './planSet';
import { V6Table, type V6Addresses } from './v6Table';

const COLD = 1;
const FULL = 2;
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

  leavesOut(row: number, layouts: LayoutSet, suspect: number, faults: FaultList): boolean {
    const { kernel } = this;
    const { exports, columns } = kernel;
    if (exports.acceptCold() === 0) return false;
    const count = exports.faultCount();
    const layout = layouts.at(columns.layout[row]!);
    if (!this.isCertain(layout, count)) {
      columns.clear(row);
      return false;
    }
    if (count === 0) {
      const number = layout.form === 'declared' ? DECLARED : columns.layout[row]!;
      faults.add(suspect, TOGETHER, number, 0);
      return true;
    }
    const line = this.input.byteOffset + exports.coldLineStart();
    for (let fault = 0; fault < count; fault++) {
      const { target, start, end } = kernel.fault(fault);
      faults.add(suspect, target, start - line, end - line);
    }
    return true;
  }

  text(): string {
    const { exports } = this.kernel;
    return decoder.decode(this.input.subarray(exports.coldLineStart(), exports.coldLineEnd()));
  }

  /** Whether the line at hand, with so many faults, would read as a record of that layout. */
  private isCertain(layout: Layout, faults: number): boolean {
    if (layout.form === 'key-value') return true;
    if (!hasTellingColumns(layout)) return false;
    const { kernel, input } = this;
    const others = kernel.exports.othersMisfit() / 100;
    if (others + faults * WRONG < MOST_STRAIGHT) return true;
    let misfits = others;
    for (let fault = 0; fault < faults; fault++) {
      const { target, start, end } = kernel.fault(fault);
      const from = start - input.byteOffset;
      const text = asciiAt(input, from, from + end - start);
      misfits += misfit(text, CORE_FIELDS[target]!);
    }
    return misfits < MOST_STRAIGHT;
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
