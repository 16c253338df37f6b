import assert from 'node:assert/strict';
import { csvCell } from '../../client/webview/summary/table/csv';
import { markdownText } from '../../client/webview/summary/table/markdown';
import { reportHtml } from '../../client/webview/summary/report/report';
import { one } from './support/page';
import { pictureOf, sampleSummary } from './support/summaries';
import { column, openSummary } from './support/summaryPage';

const eni = sampleSummary('eni-positional.log');

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><b>',
];

/** A summary of a log that has a text wherever it can put one. */
function summaryWith(text: string) {
  const renamed = <R extends object>(rows: readonly R[]) =>
    rows.map(row => ({ ...row, key: text, service: text }));
  const ranking = <R extends { rows: readonly object[] }>(given: R): R => ({
    ...given,
    rows: renamed(given.rows),
  });
  const points = eni.coverage.points.map(point => ({ ...point, key: text }));
  const finding = {
    ...{ rule: 'known-threat' as const, title: text, text, measured: 1, exact: true },
    ...{ lines: [1], filter: { threat: text }, threshold: { setting: text, value: 1 } },
  };
  return {
    ...eni,
    interfaces: ranking(eni.interfaces),
    topSources: ranking(eni.topSources),
    topDestinationPorts: ranking(eni.topDestinationPorts),
    topConversations: ranking(eni.topConversations),
    byAction: renamed(eni.byAction),
    faultsByRule: [{ key: text, count: 1, filter: { fault: text } }],
    coverage: { ...eni.coverage, points },
    findings: [finding],
    approximate: [{ panel: text, by: 'bytes' as const, atMost: 1, text }],
  };
}

describe('Text from a log in its summary', () => {
  for (const text of HOSTILE) {
    it(`stays text: ${text}`, () => {
      const { content } = openSummary();
      const logs = ['file:///a', 'file:///b'].map(uri => ({ uri, name: text, firstLine: 0 }));
      const picture = pictureOf(summaryWith(text), { notes: [text], logs });
      content({ uris: [text], name: text, picture });
      const active = 'script, img, b, [onload], [onerror], [onmouseover]';
      assert.equal(document.querySelectorAll(active).length, 0);
      assert.equal(one('h1').textContent, `Summary of ${text}`);
      assert.equal(column('interfaces', 0)[0], text);
      assert.equal(column('conversations', 0)[0], text);
    });

    it(`stays text in a report: ${text}`, () => {
      const picture = pictureOf(summaryWith(text), { notes: [text] });
      const html = reportHtml(text, picture, { by: 'bytes', top: 10 }, new Map());
      const read = new window.DOMParser().parseFromString(html, 'text/html');
      const active = 'script, img, b, [onload], [onerror], [onmouseover], link, iframe';
      assert.equal(read.querySelectorAll(active).length, 0);
      assert.equal(read.querySelectorAll('style').length, 1);
      assert.equal(read.querySelector('h1')?.textContent, `Summary of ${text}`);
      assert.match(html, /default-src 'none'/);
    });
  }

  it('cannot turn the order of what follows', () => {
    openSummary().show(pictureOf(summaryWith('eni-\u202eabc\u2066\u200b\u0000')));
    assert.doesNotMatch(one('main').outerHTML, /[\u202a-\u202e\u2066-\u2069]/);
    assert.equal(column('interfaces', 0)[0], 'eni-⟨U+202E⟩abc⟨U+2066⟩⟨U+200B⟩⟨U+0000⟩');
  });
});

describe('A copied cell', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\uff1d1', '\u00a0=1'];
  for (const text of formulas) {
    it(`becomes no formula: ${JSON.stringify(text)}`, () => {
      assert.match(csvCell(text), /^"'/);
    });
  }

  it('is quoted where it has to be, and else as it is', () => {
    assert.equal(csvCell('a"b'), '"a""b"');
    assert.equal(csvCell('a,b'), '"a,b"');
    assert.equal(csvCell('10.0.0.1'), '10.0.0.1');
    assert.equal(csvCell(12), '12');
    assert.equal(csvCell(null), '');
  });

  it('is no markup in Markdown', () => {
    assert.equal(markdownText('a|b'), 'a\\|b');
    assert.equal(markdownText('[x](http://y)'), '\\[x\\]\\(http\\://y\\)');
    assert.equal(markdownText('<b>\n`c`'), '\\<b\\> \\`c\\`');
    assert.equal(markdownText('www.a.b'), 'www\\.a.b');
    assert.equal(markdownText('10.0.0.1'), '10.0.0.1');
  });
});
