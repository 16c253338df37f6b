import { NO_PORT, NO_PROTOCOL } from '../../filter/conversation';
import { formatIpv4, formatIpv6 } from '../../record/address';
import { portRegistryOf, protocolWord } from '../../explain/transport';
import { serviceOf } from '../../tables/services';
import type { Books } from '../fold/books';
import { WORD, WORDS } from '../group/entry';
import { KEY } from '../group/keys';

/** The address in word `a` or `b` of an entry's key. */
export function addressText(
  books: Books,
  words: Int32Array,
  entry: number,
  word: 'a' | 'b',
): string {
  return addressAt(words, entry * WORDS, word, number => books.addresses.at(number));
}

/** The same of an entry that begins at a place; `ipv6` gives the bytes of an address by its number. */
export function addressAt(
  words: Int32Array,
  at: number,
  word: 'a' | 'b',
  ipv6: (number: number) => Uint8Array,
): string {
  const value = words[at + WORD[word]]!;
  const v6 = words[at + WORD.c]! & (word === 'a' ? KEY.v6InA : KEY.v6InB);
  return v6 ? formatIpv6(ipv6(value)) : formatIpv4(value >>> 0);
}

/** A protocol as summaries hold it: its number, null where records have none. */
export function protocolOrNull(protocol: number): number | null {
  return protocol === NO_PROTOCOL ? null : protocol;
}

/** `443/TCP`; `443` where the records have no protocol. */
export function portText(protocol: number, port: number): string {
  return protocol === NO_PROTOCOL ? String(port) : `${port}/${protocolWord(protocol)}`;
}

/** What stands behind the two addresses of a conversation: `443/TCP`, `ICMP`, or nothing. */
export function serviceText(protocol: number, port: number): string {
  if (port !== NO_PORT) return portText(protocol, port);
  return protocol === NO_PROTOCOL ? '' : protocolWord(protocol);
}

/** The name of the service that is registered for a port, if there is one. */
export function serviceName(protocol: number, port: number): { service?: string } {
  const registry = port > 0 ? portRegistryOf(protocol) : undefined;
  const service = registry && serviceOf(registry, port);
  return service ? { service: service.name } : {};
}
