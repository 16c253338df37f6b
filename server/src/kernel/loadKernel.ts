import kernelBytes from '../../../out/kernel/kernel.wasm';
import { compileKernel, Kernel, type KernelModule } from '../core/scan/kernel';

let compiled: KernelModule | undefined;
let refused = false;

/**
 * A compiled scan for blocks of so many bytes; undefined where the engine has no WebAssembly SIMD,
 * in which case the reference scan does the work.
 */
export function loadKernel(
  capacity: number,
  mostRows?: number,
  inPlace = false,
  extraSize = 0,
): Kernel | undefined {
  if (refused) return undefined;
  try {
    compiled ??= compileKernel(kernelBytes);
    return new Kernel(compiled, capacity, mostRows, inPlace, extraSize);
  } catch {
    refused = true;
    return undefined;
  }
}
