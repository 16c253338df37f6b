/** Whether an address lies in a block, `10.1.0.0/16` or `2001:db8::/32`; false where it is none. */
export function isInBlock(address: string, block: string): boolean {
  const [base = '', length = '', ...more] = block.split('/');
  if (more.length > 0 || !/^\d{1,3}$/.test(length)) return false;
  const [own, wanted] = [bitsOf(address), bitsOf(base)];
  if (own?.length !== wanted?.length || !own || !wanted) return false;
  const bits = Number(length);
  return bits <= wanted.length && own.startsWith(wanted.slice(0, bits));
}

/** The bits of an address as digits, 32 or 128 of them; undefined where it cannot be read. */
function bitsOf(address: string): string | undefined {
  if (!address.includes(':')) return digits(address.split('.'), 4, 10);
  const [head = '', tail, ...more] = address.split('::');
  if (more.length > 0) return undefined;
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  if (tail === undefined) return digits(groups(head), 8, 16);
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return digits([...before, ...zeros, ...after], 8, 16);
}

function digits(parts: readonly string[], count: number, base: 10 | 16): string | undefined {
  const width = base === 10 ? 8 : 16;
  const legal = base === 10 ? /^\d{1,3}$/ : /^[0-9a-f]{1,4}$/i;
  if (parts.length !== count || !parts.every(part => legal.test(part))) return undefined;
  const numbers = parts.map(part => parseInt(part, base));
  if (numbers.some(number => number >= 2 ** width)) return undefined;
  return numbers.map(number => number.toString(2).padStart(width, '0')).join('');
}
