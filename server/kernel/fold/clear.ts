// Makes memory ready for another fold.

const PAGE: usize = 4096;

/**
 * Makes zero what is not in `[from, to)`, in steps of 16 bytes. A page that is only read takes no
 * memory of the system's; one that is written does.
 */
export function clearUsed(from: usize, to: usize): void {
  for (let page = from; page < to; page += PAGE) {
    const end = min(to, page + PAGE);
    let all = i64x2.splat(0);
    for (let at = page; at < end; at += 16) all = v128.or(all, v128.load(at));
    if (v128.any_true(all)) memory.fill(page, 0, end - page);
  }
}
