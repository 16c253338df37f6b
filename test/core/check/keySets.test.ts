import assert from 'node:assert/strict';
import { checkLog } from '../../support/checkLog';

const subset = (port: number) =>
  `srcaddr:192.0.2.10 dstaddr:10.0.1.5 srcport:${port} dstport:443 action:ACCEPT log-status:OK`;
const full = (port: number) =>
  `version:2 account-id:1300000001 interface-id:eni-a1b2c3d4 srcaddr:192.0.2.10 dstaddr:10.0.1.5 srcport:${port} dstport:443 protocol:6 packets:20 bytes:4249 start:1700000000 end:1700000060 action:ACCEPT log-status:OK`;

function marked(log: string): number[] {
  return checkLog(log)
    .filter(({ code }) => code === 'key-missing')
    .map(({ line }) => line);
}

describe('Key:value records that lack keys', () => {
  it('are marked once where all of a file lack the same', () => {
    const log = Array.from({ length: 400 }, (_, i) => subset(i + 1)).join('\n');
    assert.deepEqual(marked(log), [0]);
  });

  it('are marked once in whatever order their keys stand', () => {
    const reversed = subset(2).split(' ').reverse().join(' ');
    assert.deepEqual(marked(`${subset(1)}\n${reversed}\n${subset(3)}`), [0]);
  });

  it('are marked again where others lack', () => {
    const fewer = subset(3).replace('dstport:443 ', '');
    assert.deepEqual(marked([subset(1), subset(2), fewer, fewer].join('\n')), [0, 2]);
  });

  it('are marked where the records before have all keys', () => {
    assert.deepEqual(marked([full(1), full(2), subset(3), subset(4)].join('\n')), [2]);
  });

  it('are marked once over blank lines, comments and records of other forms', () => {
    const eni =
      '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 9 443 6 20 4249 1700000000 1700000060 ACCEPT OK';
    assert.deepEqual(marked([subset(1), '', '# comment', eni, subset(2)].join('\n')), [0]);
  });
});
