/** Addresses as the tables take them, from the text that a test shows. */
export function ipv4(text: string): number {
  return text.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

export function ipv6(text: string): Uint8Array {
  const [head = '', tail = ''] = text.split('::');
  const groups = (part: string) => part.split(':').filter(group => group !== '');
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)];
  return Uint8Array.from(
    all.flatMap(group => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]),
  );
}
