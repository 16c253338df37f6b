import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel, Kernel } from '../../server/src/core/scan/kernel';
import { hashBytes } from '../../server/src/core/scan/rowHash';

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

/** A kernel that hands out its own columns and keeps bytes for a fold of them. */
export function newFoldingKernel(capacity: number, mostRows: number, foldBytes: number): Kernel {
  return new Kernel(module, capacity, mostRows, true, foldBytes);
}
