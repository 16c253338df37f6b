/** An address as text and as 32-bit words: one for IPv4, four for IPv6. */
export interface Address {
  readonly text: string;
  readonly words: readonly number[];
}

/** A block of addresses. */
export interface AddressRange {
  readonly text: string;
  readonly words: readonly number[];
  readonly masks: readonly number[];
}

export function address(text: string): Address {
  return { text, words: text.includes(':') ? v6Words(text) : [v4Word(text)] };
}

/** The address that many places into an IPv4 or IPv6 block. */
export function addressIn(block: AddressRange, place: number): Address {
  const words = [...block.words];
  words[words.length - 1] = (words.at(-1)! + place) >>> 0;
  return { text: words.length === 1 ? v4Text(words[0]!) : v6Text(words), words };
}

export function range(cidr: string): AddressRange {
  const [base = '', prefix] = cidr.split('/');
  const { words } = address(base);
  const bits = prefix === undefined ? words.length * 32 : Number(prefix);
  const masks = words.map((_, i) => {
    const kept = Math.min(32, Math.max(0, bits - i * 32));
    return kept === 0 ? 0 : (0xffffffff << (32 - kept)) >>> 0;
  });
  return { text: cidr, words: words.map((word, i) => (word & masks[i]!) >>> 0), masks };
}

export function holds(block: AddressRange, { words }: Address): boolean {
  if (words.length !== block.words.length) return false;
  for (let i = 0; i < words.length; i++) {
    if ((words[i]! & block.masks[i]!) >>> 0 !== block.words[i]) return false;
  }
  return true;
}

export function isV4({ words }: Address): boolean {
  return words.length === 1;
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(range);
/** Ranges that the provider uses for services of its own, where no security group may be asked. */
const PROVIDER = ['100.64.0.0/10', '169.254.0.0/16', '9.0.0.0/8', '11.0.0.0/8', '30.0.0.0/8'].map(
  range,
);

export function isPrivate(of: Address): boolean {
  return PRIVATE.some(block => holds(block, of));
}

export function isProvider(of: Address): boolean {
  return PROVIDER.some(block => holds(block, of));
}

function v4Word(text: string): number {
  return text.split('.').reduce((word, octet) => word * 256 + Number(octet), 0);
}

function v4Text(word: number): string {
  return `${word >>> 24}.${(word >>> 16) & 255}.${(word >>> 8) & 255}.${word & 255}`;
}

function v6Words(text: string): number[] {
  const [head = '', tail] = text.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after].map(group => parseInt(group, 16));
  return [0, 2, 4, 6].map(i => groups[i]! * 0x10000 + groups[i + 1]!);
}

function v6Text(words: readonly number[]): string {
  const groups = words.flatMap(word => [word >>> 16, word & 0xffff]);
  const text = groups.map(group => group.toString(16)).join(':');
  const longest = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].reduce(
    (best, { 0: run }) => (run.length > best.length ? run : best),
    '',
  );
  if (longest === '') return text;
  const at = text.indexOf(longest);
  const head = text.slice(0, at);
  const tail = text.slice(at + longest.length);
  return `${head}::${tail.startsWith(':') ? tail.slice(1) : tail}`;
}
