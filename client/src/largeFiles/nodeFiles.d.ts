/** The little of Node's file system that the desktop entry uses; the client knows no other of it. */
declare module 'node:fs/promises' {
  export function open(path: string, flags: 'r'): Promise<FileHandle>;

  interface FileHandle {
    read(
      into: Uint8Array,
      offset: number,
      length: number,
      position: number,
    ): Promise<{ readonly bytesRead: number }>;
    close(): Promise<void>;
  }
}
