import type { LogSetup } from '../network/logSetup';
import type { CrossRegionLink } from '../network/observationPoint';
import { hasPorts } from '../packets/protocol';

/** The forms that a log is written in. */
export type LogForm =
  'positional' | 'key-value' | 'header' | 'directed' | 'ccn-a' | 'ccn-b' | 'ccn-key-value';

/** Forms whose records stand behind a header line, and show TCP flags. */
export const hasHeader = (form: LogForm): boolean => form === 'header' || form === 'directed';

/** The values of one record, whatever form it takes. */
export interface RecordValues {
  readonly id: string;
  readonly account: string;
  readonly source: string;
  readonly destination: string;
  readonly srcPort: number | string;
  readonly dstPort: number | string;
  readonly protocol: number | string;
  readonly packets: number | string;
  readonly bytes: number | string;
  readonly start: number;
  readonly end: number;
  readonly action: string;
  readonly status: string;
  readonly tcpFlags: number | string;
  /** As the interface sees it. */
  readonly direction: 'ingress' | 'egress' | '-';
  readonly region: string;
  readonly sourceRegion: string;
  readonly destinationRegion: string;
}

export type Writer = (values: RecordValues) => string;

const VERSIONS = { tencent: '2', aws: '2', huawei: '1' } as const;

const HEADER =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status tcp-flags';

/** The header line of a form that has one. */
export const headerOf = (form: LogForm): string =>
  form === 'directed' ? `${HEADER} flow-direction` : HEADER;

/** Writes the records of a form. */
export function writerOf(form: LogForm, setup: LogSetup): Writer {
  const { cloud } = setup;
  const version = hasHeader(form) && cloud === 'aws' ? '5' : VERSIONS[cloud];
  switch (form) {
    case 'positional':
      return v =>
        `${version} ${v.account} ${v.id} ${v.source} ${v.destination} ${v.srcPort} ${v.dstPort} ${v.protocol} ${v.packets} ${v.bytes} ${v.start} ${v.end} ${v.action} ${v.status}`;
    case 'header':
      return v =>
        `${version} ${v.account} ${v.id} ${v.source} ${v.destination} ${v.srcPort} ${v.dstPort} ${v.protocol} ${v.packets} ${v.bytes} ${v.start} ${v.end} ${v.action} ${v.status} ${v.tcpFlags}`;
    case 'directed': {
      const write = writerOf('header', setup);
      return v => `${write(v)} ${v.direction}`;
    }
    case 'key-value':
      return v =>
        `srcaddr:${v.source} dstport:${v.dstPort} account-id:${v.account} start:${v.start} dstaddr:${v.destination} version:0001_0001 packets:${v.packets} protocol:${v.protocol} bytes:${v.bytes} action:${v.action} srcport:${v.srcPort} end:${v.end} log-status:${v.status} interface-id:${v.id}`;
    case 'ccn-a':
      return v =>
        `${v.source} ${v.destinationRegion} ${v.dstPort} ${v.start} ${v.destination} V1 ${v.packets} ${v.id} ${v.protocol} ${v.sourceRegion} ${v.bytes} ${v.action} ${v.region} ${v.srcPort} ${v.end} ${v.status}`;
    case 'ccn-b':
      return v =>
        `V1 ${v.region} ${v.id} ${v.source} ${v.destination} ${v.srcPort} ${v.dstPort} ${v.protocol} ${v.sourceRegion} ${v.destinationRegion} ${v.packets} ${v.bytes} ${v.start} ${v.end} ${v.action} ${v.status}`;
    case 'ccn-key-value':
      return v =>
        `srcaddr:${v.source} dstregionid:${v.destinationRegion} dstport:${v.dstPort} start:${v.start} dstaddr:${v.destination} version:0001_0001 packets:${v.packets} ccn-id:${v.id} protocol:${v.protocol} srcregionid:${v.sourceRegion} bytes:${v.bytes} action:${v.action} region-id:${v.region} srcport:${v.srcPort} end:${v.end} log-status:${v.status}`;
  }
}

/** Records without data carry dashes, but for where and when. */
export function emptyValues(
  status: 'NODATA' | 'SKIPDATA',
  point: { readonly id: string } | CrossRegionLink,
  account: string,
  start: number,
  end: number,
): RecordValues {
  const none = '-';
  return {
    ...{ id: point.id, account, start, end, status, action: none, protocol: none },
    ...{ source: none, destination: none, srcPort: none, dstPort: none },
    ...{ packets: none, bytes: none, tcpFlags: none, direction: none },
    ...regionsOf(point, true),
  };
}

/** Where a cross-region record was made and where its flow comes from and goes to. */
export function regionsOf(
  point: { readonly id: string } | CrossRegionLink,
  outbound: boolean,
): Pick<RecordValues, 'region' | 'sourceRegion' | 'destinationRegion'> {
  if (!('region' in point)) return { region: '', sourceRegion: '', destinationRegion: '' };
  const { region, sourceRegion: near, destinationRegion: far } = point;
  return {
    region,
    sourceRegion: outbound ? near : far,
    destinationRegion: outbound ? far : near,
  };
}

/** A port as a record writes it: CCN has none for protocols other than TCP and UDP. */
export function writtenPort(port: number, protocol: number, crossRegion: boolean): number | string {
  return port < 0 || (crossRegion && !hasPorts(protocol)) ? '-' : port;
}
