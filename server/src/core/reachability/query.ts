import type { Cloud } from '../explain/cloud';
import { clock } from './clock';
import type { Side, Tale, Words } from './tale';

/** A search in the log service, ready to copy. */
export interface LogQuery {
  readonly service: string;
  readonly text: string;
  /** The range of time to search, in Unix seconds. */
  readonly from: number;
  readonly to: number;
}

/** What to look for, field by field. */
type Terms = readonly (readonly [field: string, value: string | number])[];

interface Dialect {
  readonly service: string;
  write(alternatives: readonly Terms[]): string;
}

/** Tencent Cloud Log Service, search syntax (2024-12-24). */
const CLS: Dialect = {
  service: 'Cloud Log Service',
  write: alternatives =>
    join(alternatives, ' AND ', ' OR ', ([field, value]) =>
      typeof value === 'number' ? `${field}:${value}` : `${field}:"${value}"`,
    ),
};

/** CloudWatch Logs Insights, which discovers the fields of VPC flow logs in camel case. */
const INSIGHTS: Dialect = {
  service: 'CloudWatch Logs Insights',
  write: alternatives =>
    `filter ${join(alternatives, ' and ', ' or ', ([field, value]) => `${camel(field)} = ${typeof value === 'number' ? value : `"${value}"`}`)}`,
};

const AWS_NAMES: Readonly<Record<string, string>> = {
  'interface-id': 'interfaceId',
  srcaddr: 'srcAddr',
  dstaddr: 'dstAddr',
  srcport: 'srcPort',
  dstport: 'dstPort',
};

const camel = (field: string) => AWS_NAMES[field] ?? field;

function join(
  alternatives: readonly Terms[],
  and: string,
  or: string,
  write: (term: Terms[number]) => string,
): string {
  const parts = alternatives.map(terms => terms.map(write).join(and));
  return parts.length === 1 ? parts[0]! : parts.map(part => `(${part})`).join(or);
}

function dialectOf(clouds: ReadonlySet<Cloud>): Dialect | undefined {
  if (clouds.has('tencent') || clouds.size === 0) return CLS;
  return clouds.has('aws') ? INSIGHTS : undefined;
}

/** The query for what is missing; undefined where none helps, or the service is not known. */
export function queryFor(
  tale: Tale,
  { lookFor, anywhere }: Pick<Words, 'lookFor' | 'anywhere'>,
): LogQuery | undefined {
  const dialect = dialectOf(tale.clouds);
  const alternatives = termsFor(tale, lookFor);
  if (!dialect || alternatives.length === 0) return undefined;
  const place = anywhere ? [] : placeTerms(tale);
  return {
    service: dialect.service,
    text: dialect.write(alternatives.map(terms => [...place, ...terms])),
    ...rangeOf(tale),
  };
}

/** A window around the records of a story, and around both sides of a change. */
function rangeOf({ first, last, change, window }: Tale): Pick<LogQuery, 'from' | 'to'> {
  const changed = change ? [change.lastOld, change.firstNew, change.again?.time ?? first] : [];
  return {
    from: Math.min(first, ...changed) - window,
    to: Math.max(last, ...changed) + window,
  };
}

/** The query as the end of a text. */
export function queryText({ service, text, from, to }: LogQuery): string {
  return `Query for ${service}, ${clock(from)} to ${clock(to)}: ${text}`;
}

function placeTerms({ point, regions }: Tale): Terms {
  if (point.kind !== 'ccn') return point.id === '' ? [] : [['interface-id', point.id]];
  const region = point.region === '' || regions ? [] : ([['region-id', point.region]] as const);
  return point.id === '' ? region : [['ccn-id', point.id], ...region];
}

function termsFor(tale: Tale, lookFor: Words['lookFor']): readonly Terms[] {
  const { request, reply } = tale;
  switch (lookFor) {
    case 'request':
      return [flowTerms(tale, request)];
    case 'reply':
      return [flowTerms(tale, reply)];
    case 'both':
      return [flowTerms(tale, request), flowTerms(tale, reply)];
    case 'accepted request':
      return [[...likeTerms(tale), ['action', 'ACCEPT']]];
    case 'like request':
      return [likeTerms(tale)];
    case 'regions':
      return [request, reply]
        .filter(side => side.refused.records > 0)
        .map(side => regionTerms(tale, side));
    case 'point':
      return tale.onlyAction === undefined
        ? [[]]
        : [[['action', tale.onlyAction === 'ACCEPT' ? 'REJECT' : 'ACCEPT']]];
    case 'none':
      return [];
  }
}

/** All that goes from region to region as one side does; where they are not known, that side. */
function regionTerms(tale: Tale, side: Side): Terms {
  if (!tale.regions) return flowTerms(tale, side);
  const [source, destination] = tale.regions;
  const [from, to] = side === tale.request ? [source, destination] : [destination, source];
  const { region } = tale.point;
  return [
    // Both regions may record a flow, and its bytes count once.
    ...(region === '' ? [] : [['region-id', region] as const]),
    ['srcregionid', from],
    ['dstregionid', to],
  ];
}

/** Requests like a story's, from whatever port; where it has many peers, those of all. */
function likeTerms(tale: Tale): Terms {
  const request = { ...tale.request, fromPort: undefined };
  if (tale.peers === undefined) return flowTerms(tale, request);
  const { from, to, passage } = request;
  const end: Terms[number] = passage === 'outbound' ? ['srcaddr', from] : ['dstaddr', to];
  return [end, ...portTerms(tale, request)];
}

function flowTerms(tale: Tale, side: Side): Terms {
  return [['srcaddr', side.from], ['dstaddr', side.to], ...portTerms(tale, side)];
}

function portTerms({ ported, protocol }: Tale, { fromPort, toPort }: Side): Terms {
  return [
    ...(ported && fromPort !== undefined ? [['srcport', fromPort] as const] : []),
    ...(ported && toPort !== undefined ? [['dstport', toPort] as const] : []),
    ['protocol', protocol],
  ];
}
