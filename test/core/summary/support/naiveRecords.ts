import { isIP } from 'node:net';
import { POSITIONAL } from '../../../support/reference/fields';

/** A record as a patient reader takes it from its line: legal values only, by field name. */
export interface NaiveRecord {
  readonly line: number;
  readonly form: string;
  readonly values: ReadonlyMap<string, string>;
}

const INTEGER = /^(0|[1-9]\d{0,14})$/;
const upTo = (most: number) => (text: string) => INTEGER.test(text) && Number(text) <= most;

const LEGAL: Readonly<Record<string, (text: string) => boolean>> = {
  srcaddr: text => isIP(text) !== 0,
  dstaddr: text => isIP(text) !== 0,
  srcport: upTo(65_535),
  dstport: upTo(65_535),
  protocol: upTo(255),
  packets: upTo(1e15),
  bytes: upTo(1e15),
  start: upTo(4_294_967_295),
  end: upTo(4_294_967_295),
  action: text => text === 'ACCEPT' || text === 'REJECT',
  'log-status': text => ['OK', 'NODATA', 'SKIPDATA'].includes(text),
};

/** The records of a log whose lines are all whole, in the forms that have no header, or under one. */
export function naiveRecords(text: string): NaiveRecord[] {
  const records: NaiveRecord[] = [];
  let header: string[] | undefined;
  text.split('\n').forEach((content, line) => {
    const tokens = content.split(' ').filter(token => token !== '');
    if (tokens.length === 0 || tokens[0]!.startsWith('#')) return;
    if (tokens.includes('srcaddr')) {
      header = tokens;
      return;
    }
    const pairs = tokens.every(token => /^[a-z-]+:/.test(token))
      ? tokens.map(token => [
          token.slice(0, token.indexOf(':')),
          token.slice(token.indexOf(':') + 1),
        ])
      : columnsOf(tokens, header)!.map((name, i) => [name, tokens[i]!]);
    const values = new Map<string, string>();
    for (const [name, value] of pairs as [string, string][]) {
      if (value !== '-' && (LEGAL[name]?.(value) ?? true)) values.set(name, value);
    }
    records.push({ line, form: formOf(tokens, header), values });
  });
  return records;
}

function columnsOf(tokens: readonly string[], header: readonly string[] | undefined) {
  const form = formOf(tokens, header);
  return form.startsWith('declared') ? header : POSITIONAL[form];
}

function formOf(tokens: readonly string[], header: readonly string[] | undefined): string {
  if (tokens.every(token => /^[a-z-]+:/.test(token))) return 'key-value';
  if (header?.length === tokens.length) return `declared:${header.join(' ')}`;
  if (tokens.length === 14) return 'eni';
  return tokens[2]!.startsWith('ccn-') ? 'ccn-b' : 'ccn-a';
}
