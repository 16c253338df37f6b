import type { Chunk } from '../scan/chunk';
import { scanChunk, type ScanOptions } from '../scan/scanChunk';
import { WordStore } from '../scan/wordStore';
import { keepLook, type FirstLook } from './firstLook';

/** Chunks of a document whose columns are kept once they were asked for: those of some 60 MB. */
const MOST_READ = 1024;

type Values = Pick<Chunk, 'columns' | 'names' | 'v6'>;

/** How the chunks of a document are read, and which of them have columns at the moment. */
export class ChunkReading {
  /** Chunks that an edit replaced are not held here. */
  private readonly read: WeakRef<DocumentChunk>[] = [];
  private oldest = 0;
  /** For the first look at lines. */
  readonly verdict: ScanOptions;
  /** Holds what chunks keep of that. */
  readonly store = new WordStore();

  constructor(readonly options: ScanOptions) {
    this.verdict = { ...options, verdictOnly: true };
  }

  /** Hears that a chunk has columns now; that which has had its own longest loses them. */
  onRead(chunk: DocumentChunk): void {
    this.read[this.oldest]?.deref()?.forget();
    this.read[this.oldest] = new WeakRef(chunk);
    this.oldest = (this.oldest + 1) % MOST_READ;
  }
}

/**
 * A chunk of an open document. Checking takes no more than its scan says at once; the columns, half
 * as large as the text, are read again when somebody asks for them, which takes a tenth of a
 * millisecond.
 */
export class DocumentChunk implements Chunk {
  readonly lines;
  readonly lineStarts;
  readonly wrapped;
  readonly openRows;
  readonly declaredBefore;
  readonly declaredAfter;
  readonly hasHeader;
  readonly records;
  readonly forms;
  readonly suspects;
  readonly faults;
  readonly rowHashes;

  /** A chunk whose `source` is bytes, or a text that is plain ASCII; with its values if they are kept. */
  constructor(
    look: FirstLook,
    private readonly source: Uint8Array | string,
    private readonly last: boolean,
    private readonly reading: ChunkReading,
    private values?: Values,
  ) {
    this.lines = look.lines;
    this.lineStarts = look.lineStarts;
    this.wrapped = look.wrapped;
    this.openRows = look.openRows;
    this.declaredBefore = look.declaredBefore;
    this.declaredAfter = look.declaredAfter;
    this.hasHeader = look.hasHeader;
    this.records = look.records;
    this.forms = look.forms;
    this.suspects = look.suspects;
    this.faults = look.faults;
    this.rowHashes = look.rowHashes;
  }

  /** The chunk that was just scanned. */
  static of(
    scanned: Chunk,
    source: Uint8Array | string,
    last: boolean,
    reading: ChunkReading,
  ): DocumentChunk {
    const { kernel } = reading.options;
    const look = keepLook(scanned, kernel, reading.store);
    // Without a kernel reading takes ten times as long.
    const values = kernel && source.length <= kernel.capacity ? undefined : scanned;
    return new DocumentChunk(look, source, last, reading, values);
  }

  get bytes(): Uint8Array {
    return typeof this.source === 'string' ? encoder.encode(this.source) : this.source;
  }

  get text(): string | undefined {
    return typeof this.source === 'string' ? this.source : undefined;
  }

  get columns() {
    return (this.values ?? this.readAgain()).columns;
  }

  get names() {
    return (this.values ?? this.readAgain()).names;
  }

  get v6() {
    return (this.values ?? this.readAgain()).v6;
  }

  /** Lets the columns go. */
  forget(): void {
    this.values = undefined;
  }

  private readAgain(): Values {
    const { options } = this.reading;
    const { kernel } = options;
    const bytes = (this.text !== undefined && kernel?.take(this.text)) || this.bytes;
    const { columns, names, v6 } = scanChunk(bytes, this.declaredBefore, this.last, options);
    const own = columns === kernel?.columns ? columns.copy(this.lines) : columns;
    this.reading.onRead(this);
    return (this.values = { columns: own, names, v6 });
  }
}

const encoder = new TextEncoder();
