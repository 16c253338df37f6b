import assert from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-protocol';
import { LanguageServer } from '../support/languageServer';

const SHAPELESS = /\p{Cf}|(?!\n)\p{Cc}/u;

/** What somebody may write into a log to be shown to whoever reads it. */
const HOSTILE = {
  'a command link': '[click](command:workbench.action.quit)',
  'an image': '![x](https://203.0.113.9/beacon.png)',
  'an HTML tag': '<img/src=x/onerror=alert(1)>',
  'a bare address': 'https://203.0.113.9/login',
  'an entity': '&lt;b&gt;&#x3c;script&#x3e;',
  'code fences': '```**bold**__`x`',
  'a change of direction': 'eni-\u202etxt.exe\u2066',
  'an escape sequence': 'eni-\u001b[31mred\u0007',
  'nothing to be seen': 'eni\u200b-\u200dx\ufeff',
};

describe('Hostile text in a log', function () {
  this.timeout(30_000);
  let server: LanguageServer;
  before(async () => {
    server = await LanguageServer.start({
      initializationOptions: {
        documentation: 'command:flowlog.showChecks',
        explainCommand: 'flowlog.explainReachability',
      },
    });
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(server.errors, []);
  });

  const keyed = (value: string, key: string) =>
    Object.entries({
      ...{ srcaddr: '192.0.2.10', dstport: '443', 'account-id': '1300000001', start: '1700000000' },
      ...{ dstaddr: '10.0.1.5', version: '2', packets: '20', protocol: '6', bytes: '4249' },
      ...{ action: 'REJECT', srcport: '34567', end: '1700000060', 'log-status': 'OK' },
      'interface-id': 'eni-a1b2c3d4',
      [key]: value,
    })
      .map(([name, text]) => `${name}:${text}`)
      .join(' ');

  for (const [what, value] of Object.entries(HOSTILE)) {
    for (const key of ['interface-id', 'action', 'srcaddr', 'dstport']) {
      it(`is shown and does nothing: ${what} as ${key}`, async () => {
        const text = keyed(value, key);
        const uri = await server.open(text, 'file:///logs/hostile.flowlog');
        const character = text.indexOf(`${key}:`) + key.length + 2;
        const hover = await server.hover(uri, { line: 0, character });
        assert.ok(hover, 'the value is explained');
        assertHarmless((hover.contents as MarkupContent).value);
        const token = await server.token(uri, { line: 0, character });
        assert.ok(token);
        assert.doesNotMatch(token.text, SHAPELESS);
        for (const { message, codeDescription } of await server.diagnostics(uri)) {
          assert.doesNotMatch(message as string, SHAPELESS);
          assert.match(
            codeDescription!.href,
            /^command:flowlog\.showChecks\?%5B%22[a-z0-9-]+%22%5D$/,
          );
        }
      });
    }
  }

  it('leaves the links of the extension itself in place', async () => {
    const text = keyed('eni-a1b2c3d4', 'interface-id');
    const uri = await server.open(text, 'file:///logs/own.flowlog');
    const hover = await server.hover(uri, { line: 0, character: text.indexOf('REJECT') });
    const { value } = hover!.contents as MarkupContent;
    assert.match(value, /\]\(command:flowlog\.explainReachability\?/);
    assertHarmless(value);
  });
});

/** Markdown with no link but the extension's own, and no markup but the bold headline. */
function assertHarmless(markdown: string): void {
  const own = /\[Explain reachability\]\(command:flowlog\.explainReachability\?[^()\s]*\)/g;
  const rest = markdown.replace(own, '').replace(/^\*\*(.*)\*\*/, '$1');
  const text = rest.replace(/&#\d+;/g, '');
  assert.doesNotMatch(text, /[<>[\]()`*_!&]/, markdown);
  assert.doesNotMatch(text, /:\/\/|command:/, markdown);
  assert.doesNotMatch(markdown, SHAPELESS);
}
