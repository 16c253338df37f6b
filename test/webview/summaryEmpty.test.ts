import assert from 'node:assert/strict';
import type { WhyFailed } from '../../client/webview/summary/messages';
import { one, textsOf } from './support/page';
import { pictureOf, sampleSummary, summaryOf } from './support/summaries';
import { openSummary } from './support/summaryPage';

const eni = sampleSummary('eni-positional.log');
const failed = (why: WhyFailed, text = '') => ({ kind: 'failed' as const, why, text });

describe('A summary page without figures of its own', () => {
  it('says that figures which a failed reading left standing are of an earlier one', () => {
    const { content } = openSummary();
    const phase = failed('no-answer', 'a.log cannot be read: there is no such file.');
    content({ phase, picture: pictureOf(eni) });
    assert.deepEqual(textsOf('.empty p').slice(0, 1), [
      'a.log cannot be read: there is no such file. The figures below are those of an earlier reading.',
    ]);
    content({ phase });
    assert.doesNotMatch(one('.empty').textContent, /figures below/);
  });

  it('leads nowhere from an untitled document that was closed', () => {
    const { content } = openSummary();
    content({ phase: failed('closed', 'Untitled-1 is not a file.'), picture: pictureOf(eni) });
    assert.equal(one('.empty h2').textContent, 'The log is closed');
    assert.deepEqual(textsOf('.empty button'), []);
  });

  it('sends to the Problems panel only where that tells of the log', () => {
    const words = summaryOf('These are words, and no record at all.\n');
    const faulty = { ...words, totals: { ...words.totals, faults: 1 } };
    const { show } = openSummary();
    show(pictureOf(faulty, { of: 'document' }));
    assert.match(one('.empty').textContent, /record\. The Problems panel says of each what/);
    show(pictureOf(faulty, { of: 'file' }));
    assert.match(one('.empty').textContent, /record\. If it should be a flow log, open it and run/);
  });
});
