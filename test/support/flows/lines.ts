import fc from 'fast-check';
import { POSITIONAL } from '../reference/fields';
import { flowValues, withoutData, withoutPorts, type FlowValues } from './values';

const anyValues = fc
  .tuple(
    flowValues,
    fc.constantFrom('data', 'data', 'data', 'data', 'NODATA', 'SKIPDATA', 'portless'),
  )
  .chain(([values, kind]) => {
    if (kind === 'data') return fc.constant(values);
    if (kind === 'portless') return fc.constant(withoutPorts(values));
    return fc.constantFrom('-', '-1').map(count => withoutData(values, kind, count));
  });

const blank = fc.constantFrom(' ', ' ', ' ', ' ', '  ', '\t');
const edge = fc.constantFrom('', '', '', '', ' ', '\t');

const write = (tokens: readonly string[]) =>
  fc.tuple(blank, edge, edge).map(([gap, before, after]) => before + tokens.join(gap) + after);

const inColumns = (columns: readonly string[]) => (values: FlowValues) =>
  columns.map(name => values[name]!);

/** A record in one of the positional forms. */
export const positionalLine = (form: string): fc.Arbitrary<string> =>
  anyValues.map(inColumns(POSITIONAL[form]!)).chain(write);

const spelling = (name: string) =>
  name === 'ccn-id'
    ? fc.constantFrom('ccn-id', 'ccnid', 'ccn_id')
    : name === 'srcregionid'
      ? fc.constantFrom('srcregionid', 'srcregion')
      : fc.constantFrom(name, name, name.replaceAll('-', '_'));

const keys = (columns: readonly string[]) =>
  fc.oneof(
    {
      weight: 1,
      arbitrary: fc
        .subarray(['tcp-flags', 'flow-direction', 'az-id', 'pkt-srcaddr', 'ccn-id'], {
          minLength: 1,
        })
        .map(more => [...new Set([...columns, ...more])]),
    },
    { weight: 4, arbitrary: fc.shuffledSubarray([...columns], { minLength: columns.length }) },
    { weight: 1, arbitrary: fc.shuffledSubarray([...columns], { minLength: 3 }) },
  );

/** A key:value record, its keys in any order, now and then not all of them. */
export const keyValueLine: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('eni', 'ccn-b').chain(form => keys(POSITIONAL[form]!)),
    anyValues,
  )
  .chain(([names, values]) =>
    fc
      .tuple(...names.map(spelling))
      .chain(spelled => write(spelled.map((key, i) => `${key}:${values[names[i]!]!}`))),
  );

/** Columns that a header declares. */
export const declaredColumns = fc
  .shuffledSubarray(
    [
      ...POSITIONAL.eni!.slice(1, -1),
      'flow-direction',
      'tcp-flags',
      'pkt-srcaddr',
      'vpc-id',
      'az-id',
    ],
    {
      minLength: 4,
    },
  )
  .map(columns => [...columns, 'log-status']);

/** A header line of field names, or the comment that stands for one. */
export const headerLine = (columns: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('', '', '#Fields: '), write(columns))
    .map(([prefix, line]) => prefix + line);

/** A record in declared columns. */
export const declaredLine = (columns: readonly string[]): fc.Arbitrary<string> =>
  anyValues.map(inColumns(columns)).chain(write);

/** A line that is no record. */
export const otherLine = fc.constantFrom(
  ...['', '', '   ', '# a comment', '#Version: 1', 'at com.example.Main.run(Main.java:42)'],
  ...['Jan  1 00:00:00 web-1 sshd[7]: Accepted publickey for deploy', '{"action":"ACCEPT"}'],
);
