import assert from 'node:assert/strict';
import { summaryOf } from './support/fold';

interface Made {
  readonly ccn: string;
  readonly at: 'ap-hongkong' | 'ap-guangzhou';
  readonly bytes: number;
  readonly action?: 'ACCEPT' | 'REJECT';
  readonly start?: number;
}

/** A record of traffic from Hong Kong to Guangzhou, made in one of the two. */
const record = ({ ccn, at, bytes, action = 'ACCEPT', start = 1_750_147_202 }: Made) =>
  `2 ${at} ${ccn} 10.40.1.8 10.20.2.21 43711 3306 6 ap-hongkong ap-guangzhou 4 ${bytes} ${start} ${start + 48} ${action} OK`;
const times = (count: number, made: Made) => Array.from({ length: count }, () => record(made));

function pairOf(lines: readonly string[]) {
  return summaryOf(lines.join('\n')).regionPairs.rows[0]!;
}

describe('The traffic of two regions', () => {
  const [one, other] = ['ccn-4kd82mxq', 'ccn-5kd82mxq'];
  const [source, destination] = ['ap-hongkong', 'ap-guangzhou'] as const;
  const apart = [
    ...times(5, { ccn: one, at: source, bytes: 1000 }),
    ...times(4, { ccn: other, at: destination, bytes: 1000 }),
  ];

  it('is counted where each CCN recorded it', () => {
    const { countedAt, counted, seenAtBothRegions } = pairOf(apart);
    assert.deepEqual([countedAt, counted.bytes, seenAtBothRegions], ['several', 9000, false]);
  });

  it('is counted once where one CCN recorded it in both regions', () => {
    const log = [
      ...times(5, { ccn: one, at: source, bytes: 1000 }),
      ...times(5, { ccn: one, at: destination, bytes: 900 }),
    ];
    const { countedAt, counted, seenAtBothRegions } = pairOf(log);
    assert.deepEqual([countedAt, counted.bytes, seenAtBothRegions], ['source', 5000, true]);
  });

  it('has the throttling that either region recorded', () => {
    const log = [
      ...times(5, { ccn: one, at: source, bytes: 900 }),
      ...times(5, { ccn: one, at: source, bytes: 100, action: 'REJECT' }),
      ...times(5, { ccn: one, at: destination, bytes: 1200 }),
    ];
    const { countedAt, counted, throttled, throttledShare } = pairOf(log);
    assert.deepEqual([countedAt, counted.bytes], ['destination', 6000]);
    assert.deepEqual([throttled.records, throttled.bytes], [5, 500]);
    assert.deepEqual([throttledShare.records, throttledShare.bytes], [0.5, 0.1]);
  });

  it('has over time what is counted', () => {
    const { series } = summaryOf(apart.join('\n'), { series: true });
    const [line] = series.filter(({ of }) => of === 'region-pair');
    const bytes = line!.points.map(point => point.bytes);
    assert.equal(
      bytes.reduce((total, more) => total + more, 0),
      9000,
    );
  });
});
