import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, scopesOf } from './tokenizer';

/** What stands in each field, and the scope that it gets. */
const eni = [
  ['2', 'constant.other.version'],
  ['1234567890', 'constant.other.account-id'],
  ['eni-1a2b3c4d', 'variable.other.constant.interface-id'],
  ['192.0.2.10', 'variable.parameter.srcaddr'],
  ['2001:db8::7', 'entity.name.type.dstaddr'],
  ['50122', 'variable.parameter.srcport'],
  ['22', 'entity.name.type.dstport'],
  ['6', 'constant.language.protocol'],
  ['20', 'constant.numeric.packets'],
  ['4249', 'constant.numeric.bytes'],
  ['1710224724', 'constant.other.start'],
  ['1710224784', 'constant.other.end'],
  ['REJECT', 'invalid.reject'],
  ['OK', 'constant.other.ok'],
];

const ccnNewer = [
  ['V1', 'constant.other.version'],
  ['ap-guangzhou', 'constant.language.region-id'],
  ['ccn-1a2b3c4d', 'variable.other.constant.ccn-id'],
  ['10.0.0.1', 'variable.parameter.srcaddr'],
  ['10.1.0.1', 'entity.name.type.dstaddr'],
  ['-', 'variable.parameter.srcport'],
  ['-', 'entity.name.type.dstport'],
  ['1', 'constant.language.protocol'],
  ['ap-guangzhou', 'constant.language.srcregionid'],
  ['ap-shanghai', 'constant.language.dstregionid'],
  ['3', 'constant.numeric.packets'],
  ['400', 'constant.numeric.bytes'],
  ['1710224724', 'constant.other.start'],
  ['1710224784', 'constant.other.end'],
  ['ACCEPT', 'markup.inserted.accept'],
  ['OK', 'constant.other.ok'],
];

const ccnOlderOrder = [3, 9, 6, 12, 4, 0, 10, 2, 7, 8, 11, 14, 1, 5, 13, 15];

/** Lines that need no table of fields, as `text scope` pairs. */
const others: Record<string, [line: string, expected: string[][]]> = {
  'a NODATA record': [
    'V1 1234567890 eni-1a2b3c4d - - - - - - - 1710224724 1710224784 - NODATA',
    [
      ['V1', 'constant.other.version'],
      ['1234567890', 'constant.other.account-id'],
      ['eni-1a2b3c4d', 'variable.other.constant.interface-id'],
      ['-', 'variable.parameter.srcaddr'],
      ['-', 'entity.name.type.dstaddr'],
      ['-', 'variable.parameter.srcport'],
      ['-', 'entity.name.type.dstport'],
      ['-', 'constant.language.protocol'],
      ['-', 'constant.numeric.packets'],
      ['-', 'constant.numeric.bytes'],
      ['1710224724', 'constant.other.start'],
      ['1710224784', 'constant.other.end'],
      ['-', 'constant.other.action'],
      ['NODATA', 'support.function.nodata'],
    ],
  ],
  'the beginning of a record': [
    '2 1234567890 eni-1a2b3c4d 192.0.2.10',
    [
      ['2', 'constant.other.version'],
      ['1234567890', 'constant.other.account-id'],
      ['eni-1a2b3c4d', 'variable.other.constant.interface-id'],
      ['192.0.2.10', 'variable.parameter.srcaddr'],
    ],
  ],
  'the end of a wrapped record': [
    '1710224724 REJECT SKIPDATA',
    [
      ['1710224724', 'constant.numeric.value'],
      ['REJECT', 'invalid.reject'],
      ['SKIPDATA', 'support.function.skipdata'],
    ],
  ],
  'columns of an unknown order': [
    '2001:db8::7 203.0.113.9 eni-1a2b3c4d "ACCEPT" 5',
    [
      ['2001:db8::7', 'variable.parameter.address'],
      ['203.0.113.9', 'variable.parameter.address'],
      ['eni-1a2b3c4d', 'variable.other.constant.interface-id'],
      ['"', 'source'],
      ['ACCEPT', 'markup.inserted.accept'],
      ['"', 'source'],
      ['5', 'constant.numeric.value'],
    ],
  ],
  'a comment': [
    '  # 2 1234567890 REJECT',
    [
      ['#', 'punctuation.definition.comment'],
      ['2 1234567890 REJECT', 'comment.line.number-sign'],
    ],
  ],
  'a #Fields: line': [
    '#Fields: srcaddr cost-centre',
    [
      ['#', 'punctuation.definition.comment'],
      ['Fields', 'keyword.control.directive.fields'],
      [':', 'punctuation.separator.key-value'],
      ['srcaddr', 'entity.name.section.field'],
      ['cost-centre', 'entity.name.section.field'],
    ],
  ],
  'a header line': [
    'version ACCOUNT_ID cost-centre',
    [
      ['version', 'entity.name.section.field'],
      ['ACCOUNT_ID', 'entity.name.section.field'],
      ['cost-centre', 'entity.name.section.field'],
    ],
  ],
  prose: ['start ended a fight', [['start ended a fight', 'source']]],
  'words that only contain an action': ['REJECTED ACCEPT-ANY', [['REJECTED ACCEPT-ANY', 'source']]],
};

describe('The grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  const lineOf = (fields: readonly string[][]) => fields.map(([text]) => text).join(' ');

  it('gives each field of a positional record its own scope', () => {
    assert.deepEqual(scopesOf(grammar, lineOf(eni)), eni);
    assert.equal(new Set(eni.map(([, scope]) => scope)).size, eni.length);
  });

  it('allows tabs and blanks around and between', () => {
    assert.deepEqual(scopesOf(grammar, `\t ${lineOf(eni).replaceAll(' ', ' \t\u00a0')} `), eni);
  });

  it('knows both orders of CCN records', () => {
    assert.deepEqual(scopesOf(grammar, lineOf(ccnNewer)), ccnNewer);
    const older = ccnOlderOrder.map(place => ccnNewer[place]!);
    assert.deepEqual(scopesOf(grammar, lineOf(older)), older);
  });

  it('knows keys and gives their values the scopes of the fields', () => {
    const line = 'dstaddr:2001:db8::7 Log_Status:NODATA ccnid:ccn-1 vpc-id:vpc-1 other:1';
    assert.deepEqual(scopesOf(grammar, line), [
      ['dstaddr', 'entity.name.label.key'],
      [':', 'punctuation.separator.key-value'],
      ['2001:db8::7', 'entity.name.type.dstaddr'],
      ['Log_Status', 'entity.name.label.key'],
      [':', 'punctuation.separator.key-value'],
      ['NODATA', 'support.function.nodata'],
      ['ccnid', 'entity.name.label.key'],
      [':', 'punctuation.separator.key-value'],
      ['ccn-1', 'variable.other.constant.ccn-id'],
      ['vpc-id', 'entity.name.label.key'],
      [':', 'punctuation.separator.key-value'],
      ['vpc-1', 'constant.other.text'],
      ['other:1', 'source'],
    ]);
  });

  for (const [what, [line, expected]] of Object.entries(others)) {
    it(`reads ${what}`, () => assert.deepEqual(scopesOf(grammar, line), expected));
  }
});
