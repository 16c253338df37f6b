// The hashes of hash.ts, four at a time.

// @ts-ignore: decorator
@inline
export function mixFour(words: v128): v128 {
  let h = words;
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 16)), i32x4.splat(0x21f0aaad));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(0x735a2d97));
  return v128.xor(h, i32x4.shr_u(h, 15));
}

// @ts-ignore: decorator
@inline
export function combineFour(a: v128, b: v128): v128 {
  return mixFour(i32x4.add(i32x4.mul(a, i32x4.splat(<i32>0x9e3779b1)), b));
}
