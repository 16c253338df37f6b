// Words that a field may hold, compared as whole machine words.

/** ACCEPT 1, REJECT 2, anything else 0. */
// @ts-ignore: decorator
@inline
export function actionAt(at: usize, stop: usize): u32 {
  if (stop - at != 6) return 0;
  const word = load<u64>(at) & 0x0000ffffffffffff;
  if (word == 0x0000545045434341) return 1; // ACCEPT
  return word == 0x00005443454a4552 ? 2 : 0; // REJECT
}

/** OK 1, NODATA 2, SKIPDATA 3, anything else 0. */
// @ts-ignore: decorator
@inline
export function statusAt(at: usize, stop: usize): u32 {
  const length = stop - at;
  if (length == 2) return load<u16>(at) == 0x4b4f ? 1 : 0;
  const word = load<u64>(at);
  if (length == 6) return (word & 0x0000ffffffffffff) == 0x0000415441444f4e ? 2 : 0;
  return length == 8 && word == 0x4154414450494b53 ? 3 : 0;
}

/** What other clouds call the directions: `ingress` or `in` 1, `egress` or `out` 2, else 0. */
export function directionAt(at: usize, stop: usize): u32 {
  const length = stop - at;
  const word = load<u64>(at);
  if (length == 2) return (word & 0xffff) == 0x6e69 ? 1 : 0;
  if (length == 7) return (word & 0x00ffffffffffffff) == 0x0073736572676e69 ? 1 : 0;
  if (length == 3) return (word & 0xffffff) == 0x74756f ? 2 : 0;
  return length == 6 && (word & 0x0000ffffffffffff) == 0x0000737365726765 ? 2 : 0;
}
