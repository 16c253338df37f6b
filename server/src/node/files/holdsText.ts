import { open } from 'node:fs/promises';

const BLOCK = 1 << 20;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Whether a file holds just the text that these bytes are in UTF-8, one part after the other, a byte
 * order mark before it aside. A file that cannot be read does not.
 */
export async function holdsText(path: string, parts: readonly Uint8Array[]): Promise<boolean> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const file = await open(path).catch(() => undefined);
  if (!file) return false;
  try {
    const { size } = await file.stat();
    const mark = size - length;
    if (mark !== 0 && mark !== BYTE_ORDER_MARK.length) return false;
    const block = Buffer.allocUnsafe(BLOCK);
    await file.read(block, 0, mark, 0);
    if (!block.subarray(0, mark).equals(BYTE_ORDER_MARK.subarray(0, mark))) return false;
    let at = mark;
    for (const part of parts) {
      for (let from = 0; from < part.length; from += BLOCK) {
        const piece = part.subarray(from, from + BLOCK);
        const { bytesRead } = await file.read(block, 0, piece.length, at);
        if (bytesRead < piece.length || !block.subarray(0, bytesRead).equals(piece)) return false;
        at += bytesRead;
      }
    }
    return true;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
