import { ICMP, reversed, TCP, UDP, volume } from './flows.mjs';
import * as forms from './forms.mjs';
import { morning } from './places.mjs';
import { createRandom } from './random.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./flows.mjs').Ends} Ends */
/** @typedef {{ region: string, address: string }} Site */

const network = 'ccn-4kd82mxq';

/** @type {Record<'home' | 'hongKong' | 'valley', Site>} */
const sites = {
  home: { region: 'ap-guangzhou', address: '10.20.2.21' },
  hongKong: { region: 'ap-hongkong', address: '10.40.1.8' },
  valley: { region: 'na-siliconvalley', address: '10.60.3.17' },
};

/** What the regions say to one another: port of the one who answers, packets a minute, sizes. */
const talks = [
  { from: sites.hongKong, to: sites.home, protocol: TCP, port: 3306, packets: 240, sizes: [210, 640] },
  { from: sites.valley, to: sites.home, protocol: TCP, port: 443, packets: 90, sizes: [150, 900] },
  { from: sites.home, to: sites.valley, protocol: TCP, port: 873, packets: 2600, sizes: [1340, 60] },
  { from: sites.hongKong, to: sites.home, protocol: UDP, port: 123, packets: 1, sizes: [76, 76] },
  { from: sites.home, to: sites.hongKong, protocol: ICMP, port: 0, packets: 10, sizes: [84, 84] },
];

/**
 * Cross-region records, a minute a window, recorded in both regions of a pair. The nightly copy to
 * the far region meets the bandwidth limit now and then.
 *
 * @param {number} seed
 * @param {number} minutes
 * @param {string} version
 */
function ccnRecords(seed, minutes, version) {
  const random = createRandom(seed);
  const clientPorts = talks.map(() => random.clientPort());
  return Array.from({ length: minutes }, (_, minute) =>
    talks.flatMap((talk, i) => oneMinute(random, talk, clientPorts[i] ?? 0, minute, version)),
  ).flat();
}

/**
 * @param {Random} random
 * @param {typeof talks[number]} talk
 * @param {number} clientPort
 * @param {number} minute
 * @param {string} version
 */
function oneMinute(random, talk, clientPort, minute, version) {
  const { from, to, protocol } = talk;
  const start = morning + minute * 60 + random.between(0, 4);
  const time = { start, end: start + random.between(48, 55) };
  const asked = {
    ...{ from: from.address, to: to.address, protocol },
    ...{ fromPort: protocol === ICMP ? 0 : clientPort, toPort: talk.port },
  };
  const spread = Math.floor(talk.packets / 5);
  const packets = talk.packets + random.between(-spread, spread);
  const [askedSize = 0, answeredSize = 0] = talk.sizes;
  const record = { version, ...time };
  const request = { ...record, ends: asked, from, to, ...volume(random, packets, askedSize) };
  const answer = { ...record, ends: reversed(asked), from: to, to: from };
  const answered = { ...answer, ...volume(random, packets, answeredSize) };
  const throttled = packets > 2000 && random.chance(0.6);
  const dropped = { ...record, ends: asked, from, to, ...volume(random, 120, askedSize) };
  return [
    ...[from, to].flatMap(({ region }) => [
      ccnFields({ ...request, region, action: 'ACCEPT' }),
      ccnFields({ ...answered, region, action: 'ACCEPT' }),
    ]),
    ...(throttled ? [ccnFields({ ...dropped, region: from.region, action: 'REJECT' })] : []),
  ];
}

/**
 * @param {{ version: string, region: string, ends: Ends, from: Site, to: Site, packets: number,
 *   bytes: number, start: number, end: number, action: string }} record
 * @returns {forms.Fields}
 */
function ccnFields({ version, region, ends, from, to, packets, bytes, start, end, action }) {
  const hasPorts = ends.protocol === TCP || ends.protocol === UDP;
  return {
    ...{ version, 'region-id': region, 'ccn-id': network, ccnid: network },
    ...{ srcaddr: ends.from, dstaddr: ends.to, protocol: ends.protocol },
    srcport: hasPorts ? ends.fromPort : '-',
    dstport: hasPorts ? ends.toPort : '-',
    ...{ srcregionid: from.region, dstregionid: to.region },
    ...{ packets, bytes, start, end, action, 'log-status': 'OK' },
  };
}

/** The columns in the order of the older documents. */
export const ccnOlder = () =>
  ccnRecords(31, 4, '2').map(fields => forms.values(forms.ccnOrderA, fields));

/** The columns in the order of the newer documents. */
export const ccnNewer = () => ccnLines(32);

/** @param {number} seed */
export const ccnLines = seed =>
  ccnRecords(seed, 4, '2').map(fields => forms.values(forms.ccnOrderB, fields));

/** Keys and values, with the older documents' order and names of keys. */
export const ccnKeyValue = () =>
  ccnRecords(33, 4, '0001_0001').map(fields => forms.keysAndValues(forms.ccnOrderA, fields));
