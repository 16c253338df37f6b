import type { Writable } from 'node:stream';

/** Text is handed on in pieces of about this many characters. */
const PIECE = 64 * 1024;

/**
 * Where text goes. Who awaits `write` is never faster than the reader at the other end. A reader
 * that has gone away (`| head`) closes the output without a word.
 */
export class Output {
  /** Nobody reads any more, or writing failed: there is no point in going on. */
  closed = false;
  /** Why writing failed, if it was anything but a reader who left. */
  failure: Error | undefined;
  private held = '';

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.closed = true;
      if (error.code !== 'EPIPE') this.failure ??= error;
    });
  }

  /** Adds text; returns when there is room for more. */
  async write(text: string): Promise<void> {
    this.held += text;
    if (this.held.length >= PIECE) await this.flush();
  }

  /** Hands on all that was written; returns when it has been taken. */
  async flush(): Promise<void> {
    const text = this.held;
    this.held = '';
    if (text === '' || this.closed) return;
    await new Promise<void>(resolve => {
      this.stream.write(text, () => resolve());
    });
  }
}
