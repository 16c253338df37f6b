import assert from 'node:assert/strict';
import { checkLog } from '../../support/checkLog';

const eni = (port: number) =>
  `2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 ${port} 443 6 20 4249 1700000000 1700000060 ACCEPT OK`;
const ccn =
  '2 ap-guangzhou ccn-a1b2c3d4 10.0.1.5 10.8.0.9 5 443 6 ap-guangzhou ap-hongkong 20 4249 1700000000 1700000060 ACCEPT OK';
const keyed =
  'version:2 account-id:1300000001 interface-id:eni-a1b2c3d4 srcaddr:192.0.2.10 dstaddr:10.0.1.5 srcport:7 dstport:443 protocol:6 packets:20 bytes:4249 start:1700000000 end:1700000060 action:ACCEPT log-status:OK';

function changes(log: string): string[] {
  return checkLog(log)
    .filter(({ code }) => code === 'form-changed')
    .map(({ line, message }) => `${line + 1}: ${message}`);
}

describe('A change of form in the middle of a file', () => {
  it('is told once, at the first record of the other form', () => {
    const log = [eni(1), eni(2), ccn, ccn.replace(' 5 ', ' 6 '), keyed].join('\n');
    assert.deepEqual(changes(log), [
      '3: The form changes here from ENI positional to CCN positional (order B).',
      '5: The form changes here from CCN positional (order B) to key:value.',
    ]);
  });

  it('is no fault', () => {
    const problems = checkLog(`${eni(1)}\n${keyed}`);
    assert.deepEqual(
      problems.map(({ severity }) => severity),
      ['information'],
    );
  });

  it('is not told of blank lines, comments and lines that read as nothing in between', () => {
    assert.deepEqual(changes(`${eni(1)}\n\n# page 2\nnothing here\n${eni(2)}`), []);
  });

  it('is told where a header declares other columns', () => {
    const log = `${eni(1)}\nsrcaddr dstaddr action log-status\n192.0.2.10 10.0.1.5 ACCEPT OK`;
    assert.deepEqual(changes(log), [
      '3: The form changes here from ENI positional to declared columns (4).',
    ]);
  });

  it('names the columns where other ones are declared', () => {
    const line = '192.0.2.10 10.0.1.5 ACCEPT OK';
    const log = `srcaddr dstaddr action log-status\n${line}\ndstaddr srcaddr action log-status\n${line}`;
    assert.deepEqual(changes(log), [
      '4: The columns change here to dstaddr, srcaddr, action and log-status.',
    ]);
  });

  it('is not told where a header comes again', () => {
    const header = 'srcaddr dstaddr action log-status';
    const log = `${header}\n192.0.2.10 10.0.1.5 ACCEPT OK\n${header}\n192.0.2.11 10.0.1.5 ACCEPT OK`;
    assert.deepEqual(changes(log), []);
  });
});
