import assert from 'node:assert/strict';
import { one, textsOf } from './support/page';
import { reportHtml } from '../../client/webview/summary/report/report';
import { lineSets } from '../../client/webview/summary/series/seriesModel';
import { documentSummary, pictureOf, sampleSummary, summaryOf } from './support/summaries';
import { column, openSummary } from './support/summaryPage';

const eni = sampleSummary('eni-positional.log');

describe('The page of a summary', () => {
  it('shows the totals, exactly', () => {
    openSummary().show(pictureOf(eni));
    assert.deepEqual(textsOf('.tile dt').slice(0, 3), ['Records', 'Bytes', 'Packets']);
    assert.deepEqual(textsOf('.tile .value').slice(0, 3), ['208', '7.81 MB', '24.8 k']);
    assert.deepEqual(textsOf('.tile .detail').slice(1, 3), ['7,812,821', '24,797']);
  });

  it('groups the digits of a time that lasts for years', () => {
    const line = (start: number) =>
      `2 1300000001 eni-a1b2c3d4 10.0.0.1 10.0.0.2 40000 443 6 1 40 ${start} ${start + 60} ACCEPT OK`;
    openSummary().show(pictureOf(summaryOf([line(86_400), line(1_750_147_200)].join('\n'))));
    const time = textsOf('.tile dt').indexOf('Time');
    assert.match(textsOf('.tile .value')[time]!, /^20,255 d \d+ h$/);
  });

  it('says when a few records make the time long', () => {
    const line = (start: number) =>
      `2 1300000001 eni-a1b2c3d4 10.0.0.1 10.0.0.2 40000 443 6 1 40 ${start} ${start + 60} ACCEPT OK\n`;
    const log = line(0) + line(1_750_147_200).repeat(100);
    openSummary().show(pictureOf(summaryOf(log)));
    assert.match(one('.tiles').textContent, /UTC; nearly all records lie in a small part of it/);
    assert.match(one('.notices').textContent, /1 record starts far from all others/);
  });

  it('lists the largest by what was chosen, as many as were chosen', () => {
    const { show, sent } = openSummary();
    show(pictureOf(eni));
    assert.equal(column('sources', 0).length, 10);
    assert.equal(column('sources', 0)[0], '10.20.1.12');
    const records = one('input[value=records]') as HTMLInputElement;
    records.checked = true;
    records.dispatchEvent(new Event('change'));
    assert.equal(column('sources', 0)[0], '10.20.1.11');
    const more = one('input[value="25"]') as HTMLInputElement;
    more.checked = true;
    more.dispatchEvent(new Event('change'));
    assert.equal(column('sources', 0).length, 25);
    assert.deepEqual(sent.at(-1), {
      type: 'choose',
      choices: { by: 'records', top: 25, time: null, series: false },
    });
  });

  it('sorts a table by the column whose head is clicked, and the other way round', () => {
    const { show, left } = openSummary();
    show(pictureOf(eni));
    const head = '[data-focus="sort sources packets"]';
    one(head).click();
    const down = column('sources', 2).map(text => Number(text.replaceAll(',', '')));
    assert.deepEqual(
      down,
      [...down].sort((a, b) => b - a),
    );
    assert.equal(one(head).closest('th')?.getAttribute('aria-sort'), 'descending');
    one(head).click();
    assert.equal(one(head).closest('th')?.getAttribute('aria-sort'), 'ascending');
    assert.deepEqual(left.state?.sorts, { sources: { column: 'packets', descending: false } });
  });

  it('says of slots without a record, and of several points, no more than is known', () => {
    const record = (eni: string, start: number, port: number) =>
      `2 1251762227 ${eni} 10.0.0.1 10.0.0.2 ${port} 443 6 1 40 ${start} ${start + 1} ACCEPT OK`;
    const first = 1_750_000_500;
    const log = Array.from({ length: 6 }, (_, i) =>
      record('eni-aaaaaaa1', first + i * 600, 40_000),
    );
    log.push(record('eni-aaaaaaa2', first, 50_000));
    openSummary().show(pictureOf(summaryOf(log.join('\n'))));
    const coverage = one('.coverage').textContent;
    assert.match(
      coverage,
      /twice as long as the longest record\. “No record” does not say that data/,
    );
    assert.doesNotMatch(document.body.textContent, /capture window: where one is missing|Missing/);
    assert.ok(
      textsOf('.tile .detail').includes('7 records, perhaps of the same packets: each counts'),
    );
    assert.match(one('#panel-conversations').textContent, /these may be the same packets/);
  });

  it('leads from a row to its records', () => {
    const { show, sent } = openSummary();
    show(pictureOf(eni));
    one('#panel-rejected-sources tbody .link').click();
    assert.deepEqual(sent, [
      {
        type: 'reveal',
        title: 'Rejected sources: 192.0.2.245',
        filter: { source: '192.0.2.245', action: 'REJECT' },
        at: { uri: 'file:///a.log', line: 40 },
      },
    ]);
  });

  it('keeps what was chosen when it is shown again', () => {
    const first = openSummary();
    first.show(pictureOf(eni));
    one('[data-focus="sort ports key"]').click();
    const again = openSummary(first.left.state);
    again.show(pictureOf(eni));
    assert.deepEqual(again.left.state?.uris, ['file:///a.log']);
    const ports = column('ports', 0);
    assert.deepEqual(
      ports,
      [...ports].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    );
  });

  it('says how far the reading is, lets it be cancelled, and shows the part there is', () => {
    const { content, sent } = openSummary();
    const reached = { bytes: 2_500_000, of: 10_000_000, records: 31_000 };
    const picture = pictureOf(eni, { partial: true, of: 'file' });
    content({ phase: { kind: 'reading', reached }, picture });
    assert.equal(one('.progress .said').textContent, 'Read 2.5 MB of 10 MB (25 %), 31,000 records');
    assert.match(
      one('.notices').textContent,
      new RegExp(`A part of the log: .* the first ${picture.summary.totals.records} records`),
    );
    one('.progress button').click();
    assert.deepEqual(sent, [{ type: 'cancel' }]);
    content({ phase: { kind: 'stopped', reached }, picture });
    assert.match(one('.progress .said').textContent, /Cancelled after 2.5 MB/);
  });

  it('says that Flow Logs is starting before anything is heard of it', () => {
    openSummary();
    assert.equal(one('.progress').hidden, false);
    assert.equal(one('.progress .said').textContent, 'Flow Logs is starting…');
    const shown = [...document.querySelectorAll<HTMLElement>('.progress button')];
    assert.deepEqual(
      shown.filter(button => !button.hidden).map(button => button.textContent),
      ['Cancel'],
    );
  });

  it('follows the steps of the reading without drawing the picture again', () => {
    const { content, page } = openSummary();
    const reading = (bytes: number) => {
      const reached = { bytes, of: 10_000_000, records: bytes / 100 };
      return { kind: 'reading' as const, reached };
    };
    const picture = pictureOf(eni, { partial: true, of: 'file' });
    content({ phase: reading(2_500_000), picture });
    const row = one('#panel-sources tbody tr');
    page.receive({ type: 'phase', phase: reading(5_000_000) });
    assert.match(one('.progress .said').textContent, /Read 5 MB of 10 MB \(50 %\)/);
    assert.equal(one('#panel-sources tbody tr'), row);
    page.receive({ type: 'phase', phase: { kind: 'failed', why: 'server-off', text: '' } });
    assert.match(document.body.textContent, /Flow Logs does not run/);
    assert.ok(one('.progress').hidden);
  });

  it('says of the stories of a time that they may have records beside it', () => {
    const told = { rule: 'reachability' as const, title: 'request-rejected', filter: {} };
    const story = { ...told, text: 'Refused: 1.', measured: 1, exact: true, lines: [26] };
    const summary = { ...eni, findings: [story] };
    const note =
      /stories that reach into this time, also those that have records before or after it/;
    const { show } = openSummary();
    const whole = pictureOf(summary);
    show(whole);
    assert.doesNotMatch(one('.findings').textContent, note);
    const narrowed = { ...whole, time: { from: 1_750_147_800, to: 1_750_148_400 } };
    show(narrowed);
    assert.match(one('.findings').textContent, note);
    const report = (of: typeof whole) =>
      reportHtml('a.log', of, { by: 'bytes', top: 10 }, new Map());
    assert.match(report(narrowed), note);
    assert.doesNotMatch(report(whole), note);
  });

  it('says of what is approximate by how much', () => {
    const text = 'Sources beyond the list may be larger.';
    const approximate = [{ panel: 'topSources', by: 'bytes' as const, atMost: 1200, text }];
    const { rows } = eni.topSources;
    const atMost = { records: 3, packets: 40, bytes: 1200 };
    const topSources = {
      ...eni.topSources,
      rows: [{ ...rows[0]!, atMost }],
      exact: { records: false, packets: false, bytes: false },
      outside: atMost,
    };
    openSummary().show(pictureOf({ ...eni, approximate, topSources }));
    assert.match(one('.notices').textContent, /Approximate: Sources .* \(at most 1,200 bytes\)/);
    assert.deepEqual(column('sources', 3), ['2,416,460 to 2,417,660']);
    assert.match(one('#panel-sources').textContent, /can have up to 1,200 bytes/);
  });
});

describe('The page of several logs', () => {
  const logs = ['a.log', 'b.log'].map((name, i) => {
    return { uri: `file:///${name}`, name, firstLine: i * 100 };
  });

  it('names them, and says what was counted', () => {
    openSummary().show(pictureOf(eni, { logs, of: 'both' }));
    const notices = textsOf('.notices li').join(' ');
    assert.match(notices, /2 logs count as one: a\.log, b\.log\./);
    assert.match(notices, /in the text of those that are open/);
    const many = Array.from({ length: 20 }, (_, i) => ({ ...logs[1]!, name: `${i}.log` }));
    openSummary().show(pictureOf(eni, { logs: many, of: 'file' }));
    assert.match(
      textsOf('.notices li').join(' '),
      /20 logs .*, 11\.log and 8 more\. .* files on disk/,
    );
  });

  it('leads to the line of the log that has it', () => {
    const { show, sent } = openSummary();
    const finding = {
      rule: 'known-threat' as const,
      title: 'A threat',
      text: 'It was seen.',
      measured: 1,
      exact: true,
      lines: [99, 100, 120],
      filter: { threat: 'a' },
    };
    const { totals } = eni;
    show(pictureOf({ ...eni, totals, findings: [finding] }, { logs, of: 'file' }));
    assert.deepEqual(textsOf('.evidence .link').slice(0, 3), [
      'a.log, line 100',
      'b.log, line 1',
      'b.log, line 21',
    ]);
    one('[data-focus="finding 0 120"]').click();
    assert.deepEqual(sent, [
      {
        type: 'reveal',
        title: 'A threat',
        filter: { threat: 'a' },
        at: { uri: 'file:///b.log', line: 20 },
      },
    ]);
  });

  it('says in which of them a record is', () => {
    const { page } = openSummary();
    const trail = {
      ...{ title: 'Sources: a', line: 4, name: 'b.log', at: 2, known: 3, more: false },
      ...{ selected: 0, others: false, selectable: true },
    };
    page.receive({ type: 'trail', trail });
    assert.equal(one('.trail .said').textContent, 'Sources: a: b.log, line 5, record 3 of 3');
    page.receive({ type: 'trail', trail: { ...trail, selected: 2 } });
    assert.equal(
      one('.trail .said').textContent,
      'Sources: a: all 2 records in b.log are selected',
    );
  });

  it('is kept for all of them', () => {
    const { content, left } = openSummary();
    const uris = logs.map(({ uri }) => uri);
    content({ uris, name: '2 logs', picture: pictureOf(eni, { logs }) });
    assert.deepEqual(left.state?.uris, uris);
    assert.equal(one('h1').textContent, 'Summary of 2 logs');
  });
});

describe('The page of a log with little in it', () => {
  const cases: readonly (readonly [name: string, text: string, says: RegExp])[] = [
    ['nothing', '', /There is no line|There are no records|only headers/],
    ['comments', '# a comment\n\n', /only headers, comments or blank lines/],
  ];
  for (const [name, text, says] of cases) {
    it(`says what is missing and offers a way out: ${name}`, () => {
      openSummary().show(pictureOf(summaryOf(text)));
      assert.match(one('.empty').textContent, says);
      assert.ok(textsOf('.empty button').length > 0);
      assert.equal(document.querySelectorAll('.tile').length, 0);
    });
  }

  it('shows a single record', () => {
    const record =
      '2 1300000001 eni-1a2b3c4d 192.0.2.10 10.0.0.5 50122 22 6 20 4249 1710224724 1710224784 ACCEPT OK';
    openSummary().show(pictureOf(summaryOf(record)));
    assert.equal(textsOf('.tile .value')[0], '1');
    assert.deepEqual(column('ports', 0), ['22/TCP']);
  });

  it('keeps the way back where a time has no records', () => {
    const time = { from: 10, to: 20 };
    const { show, sent } = openSummary({ choices: { by: 'bytes', top: 10, time } });
    show(pictureOf(summaryOf(''), { time }));
    assert.match(one('.empty').textContent, /No records in this time/);
    const whole = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Show the whole time',
    );
    assert.ok(whole && !whole.hidden);
    whole.click();
    assert.deepEqual(sent, [
      { type: 'choose', choices: { by: 'bytes', top: 10, time: null, series: false } },
    ]);
  });

  it('says that the server is off, and starts it', () => {
    const { content, sent } = openSummary();
    content({ phase: { kind: 'failed', why: 'server-off', text: '' } });
    one('.empty button').click();
    assert.deepEqual(sent, [{ type: 'request', request: 'restart-server' }]);
  });
});

describe('The largest over time', () => {
  const start = 1_700_000_040;
  const line = (source: string, at: number, bytes: number) =>
    `2 1300000001 eni-a1b2c3d4 ${source} 10.0.1.5 50000 443 6 20 ${bytes} ${at} ${at + 60} ACCEPT OK`;
  const log = [
    line('192.0.2.10', start, 6000),
    line('192.0.2.11', start + 60, 750),
    line('192.0.2.10', start + 3600, 3000),
  ].join('\n');

  it('has rates over no less than the longest record, and ends lines in gaps', () => {
    const [sources, protocols] = lineSets(documentSummary(log), 'bytes');
    assert.deepEqual([sources?.id, protocols?.id, sources?.width], ['source', 'protocol', 60]);
    assert.deepEqual(sources?.times, [start, start + 60, start + 120, start + 3600]);
    assert.deepEqual(
      sources.lines.map(({ key, total, rates }) => [key, total, rates]),
      [
        ['192.0.2.10', 9000, [800, 0, null, 400]],
        ['192.0.2.11', 750, [0, 100, null, 0]],
      ],
    );
    assert.deepEqual(protocols?.lines[0]?.rates, [800, 100, null, 400]);
  });

  it('leads from a line to its records, and to a time', () => {
    const { show, sent } = openSummary({ opened: ['rates-source'] });
    show(pictureOf(documentSummary(log)));
    one('#panel-series-source tbody .link').click();
    one('#panel-rates-source tbody .link').click();
    assert.deepEqual(
      sent.map(message => (message.type === 'reveal' ? message.filter : message.type)),
      [{ source: '192.0.2.10' }, { time: { from: start, to: start + 60 } }],
    );
    assert.deepEqual(column('rates-source', 1), ['800 bit/s', '0 bit/s', '400 bit/s']);
  });

  it('is asked for where a file was read once', () => {
    const { show, sent } = openSummary();
    show(pictureOf(eni, { of: 'file', storiesLeftOut: 'They are not counted.' }));
    one('[data-focus=series]').click();
    assert.deepEqual(sent, [
      { type: 'choose', choices: { by: 'bytes', top: 10, time: null, series: true } },
    ]);
    one('[data-focus=explain]').click();
    assert.deepEqual(sent.at(-1), { type: 'request', request: 'explain' });
  });
});
