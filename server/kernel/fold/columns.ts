// Numbers of the working columns of a batch, one place a row; those of doubles take two.

export const PACKETS: usize = 0;
export const BYTES: usize = 2;
/** The word of each record's observation point (host: entry.ts), and with the mark of a client. */
export const POINTS: usize = 4;
export const ENDS: usize = 5;
/** No key word. */
export const ZEROS: usize = 6;

// Of an address its hash, its word and whether it is IPv6, one after the other.
export const SOURCE_HASH: usize = 7;
export const SOURCE: usize = 8;
export const SOURCE_C: usize = 9;
export const DESTINATION_HASH: usize = 10;
export const DESTINATION: usize = 11;
export const DESTINATION_C: usize = 12;
export const PAIR_HASH: usize = 13;
export const PAIR_C: usize = 14;
export const CONVERSATION_HASH: usize = 15;
export const CONVERSATION_A: usize = 16;
export const CONVERSATION_B: usize = 17;
export const CONVERSATION_C: usize = 18;
export const CLIENT_HASH: usize = 19;
export const CLIENT_C: usize = 20;
/** Ports of protocols other than TCP and UDP. */
export const PORT_HASH: usize = 21;
export const PORT: usize = 22;

// Places in the batch, of the records that have something.
export const WITH_SOURCE: usize = 23;
export const WITH_DESTINATION: usize = 24;
export const WITH_PORT: usize = 25;
export const WITH_PAIR: usize = 26;
export const REJECTED_SOURCE: usize = 27;
export const REJECTED_PORT: usize = 28;
export const REJECTED_PAIR: usize = 29;
/** Records whose key was new to the table of conversations. */
export const FRESH: usize = 30;
/** Rows of records of a CCN. */
export const CCN: usize = 31;
/** Those of a list whose key is in doubt. */
export const PICKED: usize = 33;
/** What the index holds for the keys at hand. */
export const HELD: usize = 32;
/** Records of TCP and UDP, and the rejected ones of these (ports.ts). */
export const PORTS: usize = 34;
export const REJECTED_PORTS: usize = 35;
/** What each record adds to records and packets (sums.ts), two words. */
export const ADDENDS: usize = 36;
/** Where its addresses have their sums (endpoints.ts). */
export const SOURCE_AT: usize = 38;
export const DESTINATION_AT: usize = 39;
/** While some entries are sifted, those that go and those that stay (prune.ts). */
export const LIGHT: usize = 40;
export const HEAVY: usize = 41;
