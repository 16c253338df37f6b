import type { CoreFieldName, Field } from '../layouts/fields';
import type { ObservationKind } from '../record/recordView';
import { kindFacts, otherFieldHolds } from './otherFields';

/** What a field holds, in which unit, and what may stand in it; no full stops at the ends. */
export interface FieldFacts {
  readonly holds: string;
  readonly note?: string;
  readonly legal: string;
}

interface CoreFacts extends FieldFacts {
  /** What differs in cross-region records. */
  readonly ccn?: Partial<FieldFacts>;
}

const WITHOUT_DATA = '- under NODATA and SKIPDATA';

/** Tencent Cloud Flow Logs, Features (2023-09-04), both field tables, and the samples beside them. */
const CORE_FACTS: Readonly<Record<CoreFieldName, CoreFacts>> = {
  version: {
    holds: 'Version of the flow log format',
    legal:
      '2, V1 and 0001_0001 are documented by samples, no document lists the set (other clouds: 1 to 11)',
  },
  'account-id': {
    holds: 'Account that owns the flow log',
    note: 'In Tencent Cloud’s logs: its APPID',
    legal: 'digits, about 10 (other clouds: 12 or 16 digits, 32 hexadecimal digits, unknown)',
  },
  'interface-id': {
    holds: 'Network interface (ENI) or gateway at which the traffic was seen',
    legal: 'eni-, nat-, dcg- and 8 characters (other clouds have other shapes)',
  },
  srcaddr: {
    holds: 'Source address of the packets, as seen at the observation point',
    legal: `an IPv4 or IPv6 address; ${WITHOUT_DATA}`,
  },
  dstaddr: {
    holds: 'Destination address of the packets, as seen at the observation point',
    legal: `an IPv4 or IPv6 address; ${WITHOUT_DATA}`,
  },
  srcport: {
    holds: 'Source port',
    note: 'For ICMP in Tencent Cloud’s logs: the identifier; AWS writes 0',
    legal: `0–65535; ${WITHOUT_DATA}`,
    ccn: {
      holds: 'Source port of TCP or UDP',
      legal: '0–65535; - for any other protocol and under NODATA',
    },
  },
  dstport: {
    holds: 'Destination port',
    note: 'For ICMP in Tencent Cloud’s logs: type × 256 + code; AWS writes 0',
    legal: `0–65535; ${WITHOUT_DATA}`,
    ccn: {
      holds: 'Destination port of TCP or UDP',
      legal: '0–65535; - for any other protocol and under NODATA',
    },
  },
  protocol: {
    holds: 'IANA protocol number',
    note: '6 is TCP, 17 UDP, 1 ICMP, 58 ICMPv6',
    legal: `0–255; ${WITHOUT_DATA}`,
  },
  packets: {
    holds: 'Number of packets in the capture window',
    legal: 'an integer from 0; - or -1 under NODATA and SKIPDATA',
  },
  bytes: {
    holds: 'Number of bytes in the capture window',
    legal: 'an integer from 0; - or -1 under NODATA and SKIPDATA',
  },
  start: {
    holds: 'Start of the capture window, in Unix seconds',
    note: 'Some exports have the time of the first packet',
    legal: 'Unix seconds, 10 digits',
    ccn: {
      holds: 'Time of the first packet in the capture window, in Unix seconds',
      note: 'The start of the window, if no packet came',
    },
  },
  end: {
    holds: 'End of the capture window, in Unix seconds',
    note: 'Some exports have the time of the last packet',
    legal: 'Unix seconds, 10 digits, not before start',
    ccn: {
      holds: 'Time of the last packet in the capture window, in Unix seconds',
      note: 'The end of the window, if no packet came',
    },
  },
  action: {
    holds: 'Whether the traffic was stopped where it was seen',
    note: 'At an interface by a security group, a network ACL or the platform, not told by which',
    legal: `ACCEPT or REJECT, in capitals; ${WITHOUT_DATA}`,
    ccn: {
      holds: 'Whether the traffic was forwarded or not',
      note: 'REJECT: throttled by a bandwidth limit',
    },
  },
  'log-status': {
    holds: 'Whether the data of the window was recorded',
    note: 'OK: recorded; NODATA: no traffic; SKIPDATA: records were skipped',
    legal: 'OK, NODATA or SKIPDATA, in capitals',
    ccn: { note: 'OK: recorded; NODATA: no traffic', legal: 'OK or NODATA, in capitals' },
  },
  'ccn-id': {
    holds: 'Cloud Connect Network that carried the traffic',
    legal: 'ccn- and 8 characters',
  },
  'region-id': {
    holds: 'Region in which the record was made',
    legal: 'a region name such as ap-guangzhou, or its number',
  },
  srcregionid: {
    holds: 'Region from which the traffic comes',
    legal: 'a region name such as ap-guangzhou, or its number',
  },
  dstregionid: {
    holds: 'Region to which the traffic goes',
    legal: 'a region name such as ap-guangzhou, or its number',
  },
};

/** The facts about a field in records of one kind of observation point. */
export function factsOf(field: Field, observation: ObservationKind): FieldFacts {
  const core = coreFacts(field);
  if (!core) return { holds: otherFieldHolds(field) ?? field.title, legal: kindFacts(field.kind) };
  if (observation !== 'ccn' || !core.ccn) return core;
  const { note, ...rest } = core;
  const kept = note !== undefined && core.ccn.holds === undefined ? { note } : {};
  return { ...rest, ...kept, ...core.ccn };
}

/** Whether a field means something else in cross-region records. */
export function differsAtCcn(field: Field): boolean {
  return coreFacts(field)?.ccn?.holds !== undefined;
}

function coreFacts(field: Field): CoreFacts | undefined {
  return Object.hasOwn(CORE_FACTS, field.name)
    ? CORE_FACTS[field.name as CoreFieldName]
    : undefined;
}
