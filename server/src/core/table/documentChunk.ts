import type { Chunk } from '../scan/chunk';
import { hashRows } from '../scan/rowHash';
import { scanChunk, type ScanOptions } from '../scan/scanChunk';
import { WordStore } from '../scan/wordStore';

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
  readonly rowHashes;
  private values: Values | undefined;

  /** Keeps what a first look has just found in `source`, bytes or a text that is plain ASCII. */
  constructor(
    scanned: Chunk,
    private readonly source: Uint8Array | string,
    private readonly last: boolean,
    private readonly reading: ChunkReading,
  ) {
    const { lines, lineStarts } = scanned;
    const { kernel } = reading.options;
    this.lines = lines;
    const ends = lines + 1;
    this.lineStarts =
      lineStarts.length === ends ? lineStarts : reading.store.keep(lineStarts.subarray(0, ends));
    this.wrapped = scanned.wrapped;
    this.openRows = scanned.openRows;
    this.declaredBefore = scanned.declaredBefore;
    this.declaredAfter = scanned.declaredAfter;
    this.hasHeader = scanned.hasHeader;
    this.records = scanned.records;
    this.forms = scanned.forms;
    this.suspects = scanned.suspects;
    this.rowHashes = hashRows(scanned, kernel, reading.store);
    // Without a kernel reading takes ten times as long.
    if (!kernel || source.length > kernel.capacity) this.values = scanned;
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
