import { SemanticTokensBuilder, type SemanticTokens } from 'vscode-languageserver';
import type { FieldKind } from '../core/layouts/fields';
import { ABSENT } from '../core/record/readValue';
import type { FieldValue } from '../core/record/recordView';
import { recordAt } from '../core/table/recordAt';
import { guarded, type Feature } from '../feature';

/** Token types in the order of the legend; the client's manifest gives each its colours. */
const TYPES = [
  'flowKey',
  'flowVersion',
  'flowAccount',
  'flowInterface',
  'flowAddress',
  'flowPort',
  'flowProtocol',
  'flowCount',
  'flowTime',
  'flowAccept',
  'flowReject',
  'flowStatus',
  'flowNoData',
  'flowCcn',
  'flowRegion',
  'flowText',
] as const;
type TokenType = (typeof TYPES)[number];

/** Which end of the flow an address or port belongs to, as bits in the order of the legend. */
const MODIFIERS = ['source', 'destination'] as const;
const MODIFIERS_OF = new Map([
  ['srcaddr', 1],
  ['srcport', 1],
  ['dstaddr', 2],
  ['dstport', 2],
]);

/** By words where they decide: another word tells nothing of what became of the traffic. */
const TYPE_OF_KIND: Record<FieldKind, TokenType | ReadonlyMap<string, TokenType>> = {
  version: 'flowVersion',
  account: 'flowAccount',
  interface: 'flowInterface',
  address: 'flowAddress',
  port: 'flowPort',
  protocol: 'flowProtocol',
  count: 'flowCount',
  time: 'flowTime',
  action: new Map([
    ['ACCEPT', 'flowAccept'],
    ['REJECT', 'flowReject'],
  ]),
  'log-status': new Map([
    ['OK', 'flowStatus'],
    ['NODATA', 'flowNoData'],
    ['SKIPDATA', 'flowNoData'],
  ]),
  ccn: 'flowCcn',
  region: 'flowRegion',
  'tcp-flags': 'flowProtocol',
  text: 'flowText',
};

/** More lines than any screen has are not coloured in one answer. */
const MOST_LINES = 5000;

/** Colours of the lines in view, where only the layout knows what stands where. */
export const semanticTokens: Feature = host => {
  const { connection, documents } = host;
  const none: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.onRange(
    guarded(host, 'Semantic tokens', none, ({ textDocument, range }, token): SemanticTokens => {
      const document = documents.get(textDocument.uri);
      if (!document) return none;
      const { table } = document;
      const builder = new SemanticTokensBuilder();
      const last = Math.min(range.end.line, table.lines - 1, range.start.line + MOST_LINES);
      for (let line = range.start.line; line <= last; line++) {
        if (token.isCancellationRequested) return none;
        pushLine(builder, table, line);
      }
      return builder.build();
    }),
  );
  const legend = { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] };
  return { semanticTokensProvider: { legend, range: true, full: false } };
};

function pushLine(
  builder: SemanticTokensBuilder,
  table: Parameters<typeof recordAt>[0],
  line: number,
): void {
  const record = recordAt(table, line);
  if (!record) return;
  const spans = record.view.values.flatMap(value => [
    ...(value.key ? [{ span: value.key, type: 'flowKey' as const, modifiers: 0 }] : []),
    ...(value.text === ABSENT ? [] : [{ span: value, ...colourOf(value) }]),
  ]);
  spans.sort((a, b) => a.span.start - b.span.start);
  for (const { span, type, modifiers } of spans) {
    const { start, end } = record.spanOf(span);
    if (end > start) builder.push(line, start, end - start, TYPES.indexOf(type), modifiers);
  }
}

function colourOf({ field, text }: FieldValue): { type: TokenType; modifiers: number } {
  return {
    type: typeOf(field.kind, text.toUpperCase()),
    modifiers: MODIFIERS_OF.get(field.name) ?? 0,
  };
}

function typeOf(kind: FieldKind, text: string): TokenType {
  const type = TYPE_OF_KIND[kind];
  return typeof type === 'string' ? type : (type.get(text) ?? 'flowText');
}
