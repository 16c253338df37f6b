// The commonest shapes of names, told by their letters alone. A name of another shape may be ordinary,
// too: the table of names knows it.

import * as TARGET from './targets';

/** `eni-` */
export const ENI: u32 = 0x2d696e65;

/** Whether the name `[at, stop)` is certainly an ordinary value of a kind. */
// @ts-ignore: decorator
@inline
export function isPlainly(shape: u32, at: usize, stop: usize): bool {
  if (shape == TARGET.SHAPE_ACCOUNT) return isShortAccount(at, stop);
  return shape == TARGET.SHAPE_INTERFACE && isTencentInterface(at, stop);
}

/** One to sixteen digits. */
// @ts-ignore: decorator
@inline
function isShortAccount(at: usize, stop: usize): bool {
  const length = <u32>(stop - at);
  if (length - 1 > 15) return false;
  const others = i8x16.gt_u(i8x16.sub(v128.load(at), i8x16.splat(0x30)), i8x16.splat(9));
  return (<u32>i8x16.bitmask(others) & ((1 << length) - 1)) == 0;
}

/** `eni-` and eight digits or small letters. */
// @ts-ignore: decorator
@inline
function isTencentInterface(at: usize, stop: usize): bool {
  if (stop - at != 12 || load<u32>(at) != ENI) return false;
  const text = v128.load64_zero(at + 4);
  const isDigit = i8x16.le_u(i8x16.sub(text, i8x16.splat(0x30)), i8x16.splat(9));
  const isLetter = i8x16.le_u(i8x16.sub(text, i8x16.splat(0x61)), i8x16.splat(25));
  return (<u32>i8x16.bitmask(v128.or(isDigit, isLetter)) & 0xff) == 0xff;
}
