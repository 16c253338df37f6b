import { fieldOf, isValue, POSITIONAL } from './fields';

/**
 * What a line certainly is. Of a line that is none of these for sure, the reference says `unsure`,
 * and asks only that its number and its text are right.
 */
export type ReferenceLine =
  | { readonly kind: 'blank' | 'comment' | 'unsure' | 'unsure-header' }
  | { readonly kind: 'header'; readonly names: readonly string[] }
  | ReferenceRecord;

export interface ReferenceRecord {
  readonly kind: 'record';
  readonly form: string;
  readonly values: ReferenceValues;
  /** It cannot be a piece of a longer record. */
  readonly whole: boolean;
}

/** Values by canonical field name; absent ones are left out. */
export type ReferenceValues = ReadonlyMap<string, string>;

const unsure: ReferenceLine = { kind: 'unsure' };

/** The lines of a text: a line ends with LF, CRLF or CR. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/**
 * A slow and obvious reader of flow logs, written from the format's description alone: what each
 * line is, as far as there is no doubt.
 */
export function parseLog(text: string, columns?: readonly string[]): ReferenceLine[] {
  let declared = columns;
  let uncertain = false;
  return linesOf(text).map((line, number) => {
    const reading = parseLine(number === 0 ? line.replace(/^\ufeff/, '') : line, declared);
    if (reading.kind === 'header') {
      declared = reading.names;
      uncertain = false;
    }
    if (reading.kind === 'unsure' && mayDeclare(line)) uncertain = true;
    const depends = reading.kind !== 'record' || reading.form !== 'key-value';
    return uncertain && depends ? { kind: 'unsure-header' } : reading;
  });
}

/** A line in doubt may have declared columns, which nothing but another header makes certain. */
function mayDeclare(line: string): boolean {
  if (/#.*fields/i.test(line)) return true;
  return line.split(/[^\w-]+/).filter(token => fieldOf(token.toLowerCase())).length > 1;
}

function parseLine(line: string, declared: readonly string[] | undefined): ReferenceLine {
  if (/^[ \t]*$/.test(line)) return { kind: 'blank' };
  if (!/^[\x20-\x7e\t]*$/.test(line)) return unsure;
  if (/^[ \t]*#/.test(line)) return parseComment(line);
  const tokens = line.split(/[ \t]+/).filter(token => token !== '');
  if (tokens.length > 60) return unsure;
  const names = tokens.map(fieldOf);
  if (tokens.length >= 3 && names.every(name => name !== undefined)) {
    return { kind: 'header', names };
  }
  if (tokens.some(token => fieldOf(token.split(':')[0]!))) return parseKeyValue(tokens);
  return parseColumns(tokens, declared);
}

function parseComment(line: string): ReferenceLine {
  const match = /^[ \t]*#fields:(.*)$/i.exec(line);
  if (!match) return /fields/i.test(line) ? unsure : { kind: 'comment' };
  const names = match[1]!.split(/[ \t]+/).filter(name => name !== '');
  const fields = names.map(fieldOf);
  if (fields.length === 0 || !fields.every(field => field !== undefined)) return unsure;
  return { kind: 'header', names: fields };
}

function parseKeyValue(tokens: readonly string[]): ReferenceLine {
  const values = new Map<string, string>();
  for (const token of tokens) {
    const colon = token.indexOf(':');
    const field = colon > 0 ? fieldOf(token.slice(0, colon)) : undefined;
    const value = token.slice(colon + 1);
    if (!field || values.has(field) || !isValue(field, value)) return unsure;
    values.set(field, value);
  }
  const documented = values.has('ccn-id') ? POSITIONAL['ccn-b']! : POSITIONAL['eni']!;
  const cutId = /-(?![a-z0-9]{8}$)[a-z0-9]*$/.test(tokens.at(-1)!);
  const whole = documented.every(field => values.has(field)) && !cutId;
  return { kind: 'record', form: 'key-value', values: withoutAbsent(values), whole };
}

function parseColumns(
  tokens: readonly string[],
  declared: readonly string[] | undefined,
): ReferenceLine {
  const underHeader = declared?.length === tokens.length ? readBy(declared, tokens) : undefined;
  if (underHeader) return { kind: 'record', form: 'declared', values: underHeader, whole: true };
  if (declared?.length === tokens.length) return unsure;
  for (const [form, columns] of Object.entries(POSITIONAL)) {
    const values = readBy(columns, tokens);
    if (values) return { kind: 'record', form, values, whole: true };
  }
  return unsure;
}

function readBy(columns: readonly string[], tokens: readonly string[]) {
  if (columns.length !== tokens.length || new Set(columns).size < columns.length) return undefined;
  if (!columns.every((field, i) => isValue(field, tokens[i]!))) return undefined;
  return withoutAbsent(new Map(columns.map((field, i) => [field, tokens[i]!])));
}

function withoutAbsent(values: Map<string, string>): Map<string, string> {
  return new Map([...values].filter(([, value]) => value !== '-' && value !== '-1'));
}
