/** The region that a sentence gives behind an address: `10.0.0.1 (ap-guangzhou)`. */
export function regionBeside(sentence: string, address: string | null): string {
  if (address === null) return '';
  const at = sentence.indexOf(`${address} (`);
  if (at < 0) return '';
  const rest = sentence.slice(at + address.length + 2);
  return /^([a-z]{2,}(?:-[a-z0-9]+)+)\)/.exec(rest)?.[1] ?? '';
}
