/** @typedef {Record<string, string | number>} Flow the values of a record by its fields' names */

const REMOTES = 20_000;
const INTERFACES = 300;
/** Services, the commonest first. */
const PORTS = [
  ...[443, 80, 53, 22, 3306, 6379, 8080, 3389, 5432, 25],
  ...[123, 8443, 9092, 27017, 9200, 110, 143, 993, 389, 1433],
];
const REGIONS = ['ap-guangzhou', 'ap-shanghai', 'ap-beijing', 'na-siliconvalley'];
const UDP_PORTS = new Set([53, 123]);
const BEGIN = 1_700_000_000;
const PER_SECOND = 128;
/** Replies that may be under way. */
const MOST_WAITING = 1400;

/**
 * Flows without end, the same for the same seed: a few busy addresses and many quiet ones (Zipf),
 * each interface with one local address; 5 % of the records without data, one in six refused, four
 * of five accepted flows with a reply within some 1,400 records, one in 200 over IPv6, one in 1,000
 * with a port that is none.
 *
 * @param {number} seed
 * @returns {Generator<Flow, never>}
 */
export function* flows(seed) {
  const random = generator(seed);
  const remote = zipf(random, REMOTES, 1);
  const local = zipf(random, INTERFACES, 0.7);
  const service = zipf(random, PORTS.length, 1);
  /** @type {Flow[]} */
  const waiting = [];
  for (let record = 0; ; record++) {
    const start = BEGIN + Math.floor(record / PER_SECOND);
    const times = { start, end: start + 60 };
    const kind = random();
    if (kind < 0.05) {
      yield { ...times, ...place(local()), 'log-status': kind < 0.045 ? 'NODATA' : 'SKIPDATA' };
      continue;
    }
    const packets = 1 + Math.floor(random() ** 4 * 2000);
    const figures = { packets, bytes: packets * (40 + Math.floor(random() * 1400)) };
    const replies = waiting.length > 0 && (random() < 0.47 || waiting.length > MOST_WAITING);
    const ends = replies
      ? take(waiting, random)
      : request(random, local(), remote(), PORTS[service()] ?? 443);
    if (!replies && ends.action === 'ACCEPT' && random() < 0.8) waiting.push(reversed(ends));
    if (random() < 0.001) ends.srcport = `7${ends.srcport}`;
    yield { ...times, ...ends, ...figures, 'log-status': 'OK' };
  }
}

/**
 * @param {() => number} random
 * @param {number} at the interface
 * @param {number} remote
 * @param {number} port
 * @returns {Flow}
 */
function request(random, at, remote, port) {
  const v6 = random() < 0.005;
  const outside = v6 ? `2001:db8::${remote.toString(16)}:1` : outsideAddress(remote);
  const inside = v6 ? `2001:db8:1::${(at + 1).toString(16)}` : insideAddress(at);
  const comesIn = random() < 0.7;
  return {
    ...place(at),
    srcaddr: comesIn ? outside : inside,
    dstaddr: comesIn ? inside : outside,
    srcport: 32_768 + Math.floor(random() * 28_000),
    dstport: port,
    protocol: UDP_PORTS.has(port) ? 17 : 6,
    action: random() < 0.83 ? 'ACCEPT' : 'REJECT',
  };
}

/** @param {Flow} flow @returns {Flow} */
function reversed({ srcaddr, dstaddr, srcport, dstport, ...rest }) {
  return /** @type {Flow} */ ({
    ...rest,
    ...{ srcaddr: dstaddr, dstaddr: srcaddr, srcport: dstport, dstport: srcport },
  });
}

/** @param {Flow[]} waiting @param {() => number} random @returns {Flow} */
function take(waiting, random) {
  const at = Math.floor(random() * waiting.length);
  const taken = waiting[at] ?? {};
  waiting[at] = waiting.at(-1) ?? {};
  waiting.pop();
  return taken;
}

/** Where a record is made: an interface, and a CCN between regions. */
function place(/** @type {number} */ at) {
  const scattered = Math.imul(at + 1, 2_654_435_761) >>> 0;
  const from = at % REGIONS.length;
  return {
    'account-id': 1_300_000_001,
    'interface-id': `eni-${scattered.toString(36).padStart(8, 'a').slice(0, 8)}`,
    'ccn-id': `ccn-${(at % 7).toString(36).padStart(8, 'c')}`,
    'region-id': REGIONS[from] ?? '',
    srcregionid: REGIONS[from] ?? '',
    dstregionid: REGIONS[(from + 1 + (at % 3)) % REGIONS.length] ?? '',
  };
}

function outsideAddress(/** @type {number} */ number) {
  const scattered = (Math.imul(number, 2_654_435_761) >>> 16) & 255;
  return `198.${18 + (number & 1)}.${scattered}.${(number >> 1) & 255}`;
}

function insideAddress(/** @type {number} */ number) {
  return `10.0.${number >> 6}.${(number & 63) * 4 + 1}`;
}

/**
 * Numbers below `count`, the n-th with a frequency of 1 / n ** exponent.
 *
 * @param {() => number} random
 * @param {number} count
 * @param {number} exponent
 */
function zipf(random, count, exponent) {
  const upTo = new Float64Array(count);
  let sum = 0;
  for (let i = 0; i < count; i++) upTo[i] = sum += 1 / (i + 1) ** exponent;
  return () => {
    const wanted = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** mulberry32 */
function generator(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
