import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { recognise } from '../../server/src/core/recognise';

const otherLogs = join(__dirname, '../fixtures/other-logs');

const eni =
  '2 1234567890 eni-1a2b3c4d 192.0.2.10 10.0.0.5 50122 22 6 20 4249 1710224724 1710224784 ACCEPT OK';
const noData = 'V1 1234567890 eni-1a2b3c4d - - - - - - - 1710224724 1710224784 - NODATA';
const keyValue =
  'srcaddr:2001:db8::7 dstport:443 version:2 action:REJECT bytes:60 start:1710224724 protocol:6 ' +
  'dstaddr:2001:db8::1 account-id:1234567890 interface-id:eni-1a2b3c4d srcport:50122 packets:1 ' +
  'end:1710224784 log-status:OK';
const ccn =
  '10.0.0.1 ap-guangzhou 22 1710224724 10.1.0.1 V1 3 ccn-1a2b3c4d 6 ap-shanghai 400 ACCEPT ap-guangzhou 5555 1710224784 OK';

describe('Recognising a flow log', () => {
  const flowLogs: Record<string, string> = {
    'positional records': [eni, eni, noData].join('\n'),
    'a single record': eni,
    'a single NODATA record': noData,
    'NODATA records with a dash too few': [noData, noData.replace('- - ', '- ')].join('\n'),
    'key:value records': [keyValue, keyValue].join('\n'),
    'CCN records': ccn,
    'records under a header': 'srcaddr dstaddr bytes action\n192.0.2.1 10.0.0.5 60 REJECT',
    'records under a #Fields: line': '#Fields: srcaddr bytes action\n192.0.2.1 60 REJECT',
    'a header alone': 'version account-id interface-id srcaddr dstaddr',
    'records with faults': [eni.replace('22', '70000'), eni.replace('ACCEPT', '"accept"')].join(
      '\n',
    ),
    'Windows line ends, a byte order mark and tabs': `\ufeff${eni}\r\n${eni.replaceAll(' ', '\t')}\r\n`,
    'records wrapped between values': `${eni.replace(' OK', '\nOK')}\n${noData.replace(' - NO', '\n- NO')}`,
    'records wrapped inside values': [
      eni.replace('ACC', 'ACC\n'),
      eni.replace('ACC', 'ACC\n'),
    ].join('\n'),
    'records wrapped to a narrow column': eni.match(/.{1,40}/g)!.join('\n'),
    'key:value records wrapped inside a key': keyValue.replace('log-', 'log-\n'),
  };
  for (const [what, text] of Object.entries(flowLogs)) {
    it(`recognises ${what}`, () => {
      const { isFlowLog, reads, of } = recognise(text.split(/\r?\n/));
      assert.ok(isFlowLog, `${reads} of ${of} lines read`);
    });
  }

  for (const name of readdirSync(otherLogs)) {
    it(`leaves ${name} alone`, () => {
      const lines = readFileSync(join(otherLogs, name), 'utf8').split(/\r?\n/);
      assert.equal(recognise(lines).isFlowLog, false);
    });
  }

  it('asks for six lines in ten', () => {
    const other = 'Jan  1 00:00:00 web-1 sshd[1]: Accepted publickey for deploy';
    const mixed = (flows: number) => [
      ...Array<string>(flows).fill(eni),
      ...Array<string>(10 - flows).fill(other),
    ];
    assert.deepEqual(recognise(mixed(6)), { reads: 6, of: 10, isFlowLog: true });
    assert.deepEqual(recognise(mixed(5)), { reads: 5, of: 10, isFlowLog: false });
  });

  it('passes over blank lines and comments', () => {
    const lines = ['# exported on Tuesday', '', '# by hand', eni, '   ', '# the end'];
    assert.deepEqual(recognise(lines), { reads: 1, of: 1, isFlowLog: true });
  });

  it('looks at a hundred lines and no more', () => {
    const lines = [...Array<string>(100).fill(eni), ...Array<string>(900).fill('something else')];
    assert.deepEqual(recognise(lines), { reads: 100, of: 100, isFlowLog: true });
  });

  it('counts every line of a wrapped record', () => {
    assert.deepEqual(recognise([eni.slice(0, 50), eni.slice(50)]), {
      reads: 2,
      of: 2,
      isFlowLog: true,
    });
  });

  it('reads records in columns that the user declared', () => {
    const lines = ['60 192.0.2.10 REJECT 10.0.0.5', '40 192.0.2.10 ACCEPT 10.0.0.6'];
    assert.equal(recognise(lines).isFlowLog, false);
    assert.equal(recognise(lines, ['bytes', 'srcaddr', 'action', 'dstaddr']).isFlowLog, true);
  });

  it('does not let declared columns make a flow log of any text', () => {
    const lines = ['all quiet here now', 'nothing else to report', 'accept what you cannot change'];
    assert.equal(recognise(lines, ['bytes', 'srcaddr', 'action', 'dstaddr']).isFlowLog, false);
  });

  it('looks at lines without end only briefly', () => {
    const lines = Array<string>(100).fill(`REJECT ${'1 '.repeat(500_000)}`);
    const start = performance.now();
    assert.equal(recognise(lines).isFlowLog, false);
    assert.ok(performance.now() - start < 1000);
  });

  it('finds nothing in an empty text', () => {
    assert.deepEqual(recognise([]), { reads: 0, of: 0, isFlowLog: false });
    assert.deepEqual(recognise(['']), { reads: 0, of: 0, isFlowLog: false });
  });
});
