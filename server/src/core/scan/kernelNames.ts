import type { KernelExports } from './kernel';
import { NAME_ENTRY, type MemoryMap } from './kernelMemory';
import { hashName, type NameTable } from './names';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Names up to this many bytes fit the room behind the texts. */
const SHORT = 56;

/** The names that a kernel has found so far; still there for its chunks after the kernel forgot. */
export class KernelNames implements NameTable {
  private readonly texts: string[] = [''];
  private readonly hashes: number[] = [0];
  private attached = true;

  constructor(
    private readonly memory: Uint8Array,
    private readonly map: MemoryMap,
    private readonly exports: Pick<KernelExports, 'intern' | 'nameCount'>,
  ) {}

  get size(): number {
    this.take();
    return this.texts.length;
  }

  /** Whether a new table should be begun before the next block. */
  get isHalfFull(): boolean {
    return this.exports.nameCount() > 32_768;
  }

  /** The number of a name given as text; 0 when the table is full. */
  internText(text: string): number {
    if (!this.attached) return Math.max(0, this.texts.indexOf(text));
    // Behind the texts in use there is room that nothing else reads.
    const at = this.map.texts + this.map.textsSize;
    if (this.writeAscii(text, at)) return this.exports.intern(at, at + text.length);
    const bytes = encoder.encode(text);
    if (bytes.length > this.memory.length - at) return 0;
    return bytes.length <= SHORT ? this.internAt(bytes, at) : this.internLong(bytes);
  }

  text(number: number): string {
    if (number >= this.texts.length) this.take();
    return this.texts[number] ?? '';
  }

  hash(number: number): number {
    if (number >= this.hashes.length) this.take();
    return this.hashes[number] ?? 0;
  }

  /** Copies what the kernel holds, which is about to forget it. */
  detach(): void {
    this.take();
    this.attached = false;
  }

  /** Writes a short text that needs no encoding; false if it does, or finds no room. */
  private writeAscii(text: string, at: number): boolean {
    const { length } = text;
    if (length > SHORT || length > this.memory.length - at) return false;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return false;
      this.memory[at + i] = code;
    }
    return true;
  }

  private internAt(bytes: Uint8Array, at: number): number {
    this.memory.set(bytes, at);
    return this.exports.intern(at, at + bytes.length);
  }

  /** A long name stands in for the input for a moment, whose lines have been read by then. */
  private internLong(bytes: Uint8Array): number {
    const { input } = this.map;
    const saved = this.memory.slice(input, input + bytes.length);
    const number = this.internAt(bytes, input);
    this.memory.set(saved, input);
    return number;
  }

  private take(): void {
    if (!this.attached) return;
    const { entries, texts } = this.map;
    const view = new DataView(this.memory.buffer);
    for (let number = this.texts.length; number < this.exports.nameCount(); number++) {
      const entry = entries + number * NAME_ENTRY;
      const at = texts + view.getUint32(entry, true);
      const bytes = this.memory.subarray(at, at + view.getUint32(entry + 4, true));
      this.texts.push(decoder.decode(bytes));
      this.hashes.push(hashName(bytes, 0, bytes.length));
    }
  }
}
