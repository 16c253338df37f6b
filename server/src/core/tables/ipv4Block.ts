/** First and last address of "a.b.c.d/n" or of a single address, as numbers. */
export interface Ipv4Block {
  readonly first: number;
  readonly last: number;
}

/** Reads a block written in this folder's tables; what users write is read elsewhere. */
export function ipv4Block(text: string): Ipv4Block {
  const [address = '', length = '32'] = text.split('/');
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return { first, last: first + 2 ** (32 - Number(length)) - 1 };
}
