import assert from 'node:assert/strict';
import { INITIAL, type IGrammar } from 'vscode-textmate';
import { loadGrammar } from './tokenizer';

/** VS Code gives no colours to longer lines, and gives up on a line after so many milliseconds. */
const LONGEST_LINE = 20_000;
const TIME_LIMIT = 500;

const hostile: Record<string, string> = {
  'blanks alone': ' ',
  'one endless word': 'a',
  'digits and blanks': '1 ',
  'tabs and digits': '2\t',
  dashes: '- ',
  colons: ':',
  'half an IPv6 address': 'a:',
  'half an IPv4 address': '1.',
  'addresses in parentheses': '(192.0.2.',
  'keys without values': 'srcaddr:',
  'keys with values': 'dstport:1 ',
  'names of fields': 'version ',
  'actions without end': 'REJECT ',
  'numbers of signs': '#',
  'ids and ids': 'eni-',
  'no-break spaces': '\u00a0',
};

const prefixes: Record<string, string> = {
  '': '',
  'a record and ': '2 1234567890 eni-',
  'a CCN record and ': '10.0.0.1 a 1 1 10.0.0.2 1 1 ccn-',
  'a directive and ': '#Fields:',
};

describe('The grammar on hostile lines', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
    for (const piece of Object.values(hostile)) grammar.tokenizeLine(piece.repeat(100), INITIAL);
  });

  /** What else the machine does must not count, so the quickest of a few attempts does. */
  function finishesInTime(line: string): boolean {
    return [1, 2, 3].some(() => !grammar.tokenizeLine(line, INITIAL, TIME_LIMIT).stoppedEarly);
  }

  for (const [start, prefix] of Object.entries(prefixes)) {
    for (const [what, piece] of Object.entries(hostile)) {
      it(`ends in time on ${start}${what}`, () => {
        const body = piece.repeat(LONGEST_LINE / piece.length);
        for (const line of [prefix + body, `${prefix}${body}!`]) {
          assert.ok(finishesInTime(line.slice(-LONGEST_LINE)));
        }
      });
    }
  }
});
