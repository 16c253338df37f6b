import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { find, screenshot } from '../support/page';
import { hoverOver } from '../support/editorText';
import { openSample } from './samples';

interface Pointed {
  readonly at: string;
  readonly line: number;
  /** The first line of the hover. */
  readonly says: RegExp;
  /** What stands below it. */
  readonly more: RegExp;
}

/** Values of samples/eni-positional.log under the mouse, and what comes up. */
const values: Readonly<Record<string, Pointed>> = {
  port: { at: '3306', line: 5, says: /^Port 3306\/TCP .* mysql$/, more: /IANA: mysql/ },
  protocol: { at: ' 6 ', line: 5, says: /^TCP \(6\)/, more: /RFC 9293/ },
  'ICMP identifier': { at: '28676', line: 23, says: /^ICMP identifier 28676/, more: /Not a port/ },
  'ICMP type and code': {
    at: '2048',
    line: 23,
    says: /^ICMP Echo Request \(type 8, code 0\)$/,
    more: /2048 = type × 256 \+ code/,
  },
  'action that lets through': { at: 'ACCEPT', line: 20, says: /^ACCEPT/, more: /firewall/ },
  'action that refuses': { at: 'REJECT', line: 27, says: /^REJECT/, more: /does not name which/ },
  time: {
    at: '1750147244',
    line: 20,
    says: /^2025-06-17T08:00:44Z$/,
    more: /^Local: .*\nWindow: 248 s/,
  },
  'address of the provider': {
    at: '100.64.12.35',
    line: 9,
    says: /^100\.64\.12\.35 .*100\.64\.0\.0\/10/,
    more: /RFC 6598[^]*load balancer/,
  },
  'IPv6 address': {
    at: '2001:db8:aa::1c2e',
    line: 13,
    says: /^2001:db8:aa::1c2e .*2001:db8::\/32/,
    more: /RFC 3849/,
  },
  'number of bytes': {
    at: '14161',
    line: 3,
    says: /^14,161 bytes \(13\.8 KiB\)$/,
    more: /127\.6 bytes per packet/,
  },
};

describe('The hover, as it is drawn,', () => {
  before(() => commands.executeCommand('workbench.action.closeSidebar'));
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('workbench.action.toggleSidebarVisibility');
  });

  for (const [kind, { at, line, says, more }] of Object.entries(values)) {
    it(`explains an ${kind}`.replace(/an (?=[^aeiI])/, 'a '), async () => {
      await openSample('eni-positional.log');
      const [first = '', ...rest] = (await hoverOver(at, line)).split('\n');
      assert.match(first, says);
      assert.match(rest.join('\n'), more);
    });
  }

  it('is short: a line in bold, and a few below it', async () => {
    await openSample('eni-positional.log');
    const text = await hoverOver('REJECT', 27);
    assert.ok(text.split('\n').length <= 8, text);
    const bold = await (await find('.monaco-hover strong')).innerText();
    assert.equal(bold, text.split('\n')[0]);
    await screenshot('hover on REJECT');
  });

  it('explains the key of a value', async () => {
    await openSample('eni-key-value.log');
    assert.match(await hoverOver('dstport', 12), /^dstport .*\n[^]*0–65535/);
  });

  it('explains a column named in a header', async () => {
    await openSample('eni-header.log');
    assert.match(await hoverOver('log-status', 1), /^log-status .*\n[^]*SKIPDATA/);
  });

  it('says of a value at fault what is wrong and what is legal', async () => {
    await openSample('all-faults.log');
    await find('.squiggly-error');
    const text = await hoverOver('"33118"', 6);
    assert.match(text, /stray-quotes/);
    assert.match(text, /0–65535/);
    await find('.monaco-hover .action', { text: /^Quick Fix/ });
  });
});
