import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel, Kernel } from '../../server/src/core/scan/kernel';
import { hashBytes } from '../../server/src/core/scan/rowHash';
import { wideHashBytes } from '../../server/src/core/scan/wideHash';

const module = compileKernel(
  readFileSync(join(__dirname, '..', '..', 'out', 'kernel', 'kernel.wasm')),
);

/** A kernel as the build left it, for blocks of so many bytes. */
export function newKernel(capacity = 1 << 20): Kernel {
  return new Kernel(module, capacity);
}

/** A kernel as the server reads open documents with, for chunks of so many bytes. */
export function newDocumentKernel(capacity: number): Kernel {
  return new Kernel(module, capacity, capacity + 1, true, hashBytes(capacity));
}

/** A kernel as the command line checks logs with, with room for so many bytes of hashes. */
export function newWideKernel(capacity = 1 << 20, extra = wideHashBytes(capacity)): Kernel {
  return new Kernel(module, capacity, capacity + 1, true, extra);
}

/** A kernel that hands out its own columns and keeps bytes for a fold of them. */
export function newFoldingKernel(capacity: number, mostRows: number, foldBytes: number): Kernel {
  return new Kernel(module, capacity, mostRows, true, foldBytes);
}
