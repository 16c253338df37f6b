import assert from 'node:assert/strict';
import { before, IDS, record, storiesAbout, type CloudIds } from './cloudLogs';
import { findingsOf } from './logs';

describe('explanations of other clouds’ logs', () => {
  it('do not take a region of Alibaba Cloud’s CEN for one of a Cloud Connect Network', () => {
    const log =
      'account-id:1234567890123456 cen-id:cen-1 src-region-id:cn-hangzhou srcaddr:10.0.0.5 srcport:50000 dst-region-id:cn-beijing dstaddr:10.1.0.9 dstport:443 protocol:6 packets:5 bytes:300 start:1718530012 end:1718530071 action:REJECT log-status:OK';
    const [story] = [...findingsOf(log).stories()];
    assert.equal(story?.code, 'request-rejected');
    assert.equal(story.layer, 'unknown');
    assert.doesNotMatch(JSON.stringify(story), /throttle|bandwidth|Cloud Connect/);
  });

  const ping = (cloud: CloudIds) => [
    ...before(IDS[cloud]),
    record(IDS[cloud], 0, '203.0.113.9 10.0.0.4 77 2048 1', 'ACCEPT'),
    record(IDS[cloud], 1, '10.0.0.4 203.0.113.9 77 0 1', 'REJECT'),
  ];

  it('read ICMP types only where a document says how they are packed', () => {
    const [tencent] = storiesAbout('203.0.113.9', ping('tencent'));
    assert.equal(tencent?.certainty, 'proved');
    for (const cloud of ['aws', 'huawei', 'alibaba'] as const) {
      const [story] = storiesAbout('203.0.113.9', ping(cloud));
      assert.notEqual(story?.certainty, 'proved', cloud);
      assert.doesNotMatch(JSON.stringify(story), /echo|ICMP types?:|identifier/, cloud);
    }
    const [alibaba] = storiesAbout('203.0.113.9', ping('alibaba'));
    assert.match(alibaba!.summary, /no document says where these records carry an ICMP type/);
  });

  it('say of a lone refused reply that the ACL may have done it only where an ACL can', () => {
    const about = (ids: string) =>
      storiesAbout('203.0.113.9', [
        ...before(ids),
        record(ids, 0, '10.0.0.4 203.0.113.9 443 50000 6', 'REJECT'),
      ])[0]?.summary;
    assert.match(about(IDS.aws) ?? '', /a network ACL that refuses replies is another/);
    for (const ids of [IDS.huawei, '2 1251762227 nat-a1b2c3d4']) {
      const summary = about(ids);
      assert.match(summary ?? '', /the usual reason\.$/);
      assert.doesNotMatch(summary ?? '', /ACL/);
    }
  });

  it('list what the cloud at hand never collects', () => {
    const about = (cloud: CloudIds) =>
      storiesAbout('203.0.113.9', [
        ...before(IDS[cloud]),
        record(IDS[cloud], 0, '10.0.0.4 203.0.113.9 50000 443 6', 'ACCEPT'),
      ])[0]!.doesNotProve;
    assert.match(about('tencent'), /unsupported instance models/);
    assert.match(about('aws'), /Amazon's DNS/);
    for (const cloud of ['huawei', 'alibaba'] as const) {
      assert.match(about(cloud), /is not collected(;|\.)/, cloud);
    }
  });

  it('call a range that Tencent Cloud uses the platform’s own in its logs alone', () => {
    const about = (cloud: CloudIds) =>
      storiesAbout('9.1.1.1', [
        ...before(IDS[cloud]),
        record(IDS[cloud], 0, '9.1.1.1 10.0.0.4 50000 443 6', 'ACCEPT'),
        record(IDS[cloud], 1, '10.0.0.4 9.1.1.1 443 50000 6', 'REJECT'),
      ])[0]!;
    assert.match(about('tencent').summary, /a range of the platform's own services/);
    assert.match(about('aws').summary, /a range that clouds use for their own services/);
    assert.equal(about('aws').certainty, 'likely');
  });

  it('name no layer of an interface at a gateway or an unnamed place', () => {
    const nat = '2 1251762227 nat-a1b2c3d4';
    const both = ['10.0.0.4 203.0.113.9 50000 443 6', '203.0.113.9 10.0.0.4 443 50000 6'];
    const [conflict] = storiesAbout(
      '203.0.113.9',
      both.map(way => record(nat, 0, way, 'REJECT')),
    );
    assert.equal(conflict?.code, 'conflicting-records');
    assert.equal(conflict.doesNotProve, 'Which end began, and what refused either of them.');
    const [mail] = storiesAbout('203.0.113.9', [
      record(nat, 0, '10.0.0.4 203.0.113.9 50000 445 6', 'REJECT'),
    ]);
    assert.match(mail!.summary, /whatever the rules say\. What did it is not recorded\.$/);
  });

  const NAMES =
    'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status reject-reason';
  const reasoned = (
    flows: readonly (readonly [flow: string, action: string, reason: string])[],
  ) => [
    NAMES,
    ...before(IDS.aws).map(line => `${line} -`),
    ...flows.map(([flow, action, reason], i) => `${record(IDS.aws, i, flow, action)} ${reason}`),
  ];

  it('prove nothing against a reason that the record gives', () => {
    const told = (reason: string) =>
      storiesAbout(
        '203.0.113.9',
        reasoned([
          ['203.0.113.9 10.0.0.4 50000 443 6', 'ACCEPT', '-'],
          ['10.0.0.4 203.0.113.9 443 50000 6', 'REJECT', reason],
        ]),
      )[0]!;
    assert.equal(told('-').certainty, 'proved');
    const { certainty, layer, summary } = told('BPA');
    assert.deepEqual([certainty, layer], ['undecided', 'unknown']);
    assert.match(
      summary,
      /Line 7 gives the reason \(reject-reason\): BPA, VPC Block Public Access/,
    );
    assert.match(
      summary,
      /neither the security group nor the network ACL refused what has that reason\.$/,
    );
  });

  it('tell requests apart by the reason that their records give', () => {
    const stories = storiesAbout(
      '203.0.113.',
      reasoned([
        ['203.0.113.1 10.0.0.4 50000 443 6', 'REJECT', 'BPA'],
        ['203.0.113.2 10.0.0.4 50000 443 6', 'REJECT', '-'],
        ['203.0.113.3 10.0.0.4 50000 443 6', 'REJECT', 'BPA'],
        ['203.0.113.4 10.0.0.4 50000 443 6', 'REJECT', '-'],
      ]),
    );
    const summaries = stories.map(({ layer, summary }) => `${layer}: ${summary}`).sort();
    assert.equal(summaries.length, 2);
    assert.match(
      summaries[0]!,
      /^security-group-or-network-acl: Either .*203\.0\.113\.2, 203\.0\.113\.4/,
    );
    assert.match(
      summaries[1]!,
      /^unknown: Inbound .*203\.0\.113\.1, 203\.0\.113\.3.* BPA, VPC Block/,
    );
  });

  it('tell the reason of a refused record in place of the layers, whatever the finding', () => {
    const [ask, answer] = ['203.0.113.9 10.0.0.4 50000 443 6', '10.0.0.4 203.0.113.9 443 50000 6'];
    const other = ask.replace('50000', '50001');
    const flows = {
      'late-packets-rejected': [
        [ask, 'ACCEPT', '-'],
        [answer, 'ACCEPT', '-'],
        ...Array.from({ length: 60 }, () => [other, 'ACCEPT', '-'] as const),
        [answer, 'REJECT', 'BPA'],
      ],
      'conflicting-records': [
        [ask, 'REJECT', 'BPA'],
        [answer, 'REJECT', 'BPA'],
      ],
      'reply-without-request': [[answer, 'REJECT', 'BPA']],
      'mixed-action-in-window': [
        [ask, 'ACCEPT', '-'],
        [ask, 'REJECT', 'BPA'],
      ],
      'action-changed': [
        [ask, 'REJECT', 'BPA'],
        ...Array.from({ length: 60 }, () => [other, 'ACCEPT', '-'] as const),
        [other.split(' ').slice(0, 2).reverse().join(' ') + ' 443 50001 6', 'ACCEPT', '-'],
      ],
    } as const;
    for (const [code, each] of Object.entries(flows)) {
      const story = storiesAbout('203.0.113.9', reasoned(each)).find(own => own.code === code);
      assert.equal(story?.certainty, 'undecided', code);
      assert.equal(story.layer, 'unknown', code);
      assert.match(story.summary, /reason \(reject-reason\): BPA, VPC Block Public Access/, code);
      assert.match(story.nextCheck, /the settings behind that reason/, code);
      const { summary, proves, doesNotProve, nextCheck } = story;
      const said = [summary, proves, doesNotProve, nextCheck].join(' ');
      const told = said.replace(/(?:neither|none of) the security group n?or the network ACL/, '');
      assert.doesNotMatch(told, /security group|ACL|late packet/, code);
    }
  });

  it('know the reason of a record that names its values', () => {
    const names = NAMES.split(' ');
    const line = `${record(IDS.aws, 0, '203.0.113.9 10.0.0.4 50000 443 6', 'REJECT')} BPA`;
    const named = line.split(' ').map((value, i) => `${names[i]}:${value}`);
    const [story] = storiesAbout('203.0.113.9', [named.join(' ')]);
    assert.match(story?.summary ?? '', /Line 1 gives the reason \(reject-reason\): BPA/);
    assert.equal(story?.layer, 'unknown');
  });

  it('do not lay to the reason of one record what another refused without one', () => {
    const stories = storiesAbout(
      '203.0.113.9',
      reasoned([
        ['203.0.113.9 10.0.0.4 50000 443 6', 'REJECT', 'BPA'],
        ['203.0.113.9 10.0.0.4 50001 443 6', 'REJECT', '-'],
      ]),
    );
    const layers = stories.map(({ layer, conversations }) => [layer, conversations]);
    assert.deepEqual(layers, [
      ['unknown', 1],
      ['security-group-or-network-acl', 1],
    ]);
  });

  it('do not ask which layer refused what names its reason, where others are passed on', () => {
    const [story] = storiesAbout('203.0.113.9', [
      NAMES,
      ...['10.0.0.4 198.51.0.7', '10.0.0.5 198.51.1.7', '10.0.0.6 198.51.2.7'].map(
        ends => `${record(IDS.aws, 0, `${ends} 50000 443 6`, 'ACCEPT')} -`,
      ),
      `${record(IDS.aws, 5, '203.0.113.9 10.0.0.4 50000 443 6', 'REJECT')} BPA`,
    ]);
    assert.match(story!.summary, /BPA/);
    assert.equal(story!.doesNotProve, 'That nothing else refuses them.');
  });

  it('do not rest on columns that nothing names', () => {
    const lines = [
      '3 vpc-1 subnet-1 eni-1235b8ca123456789 123456789010 10.0.0.1 10.0.0.2 43416 443 6 568 8 1566848875 1566848933 ACCEPT OK',
      '3 vpc-1 subnet-1 eni-1235b8ca123456789 123456789010 10.0.0.2 10.0.0.1 443 43416 6 568 8 1566848876 1566848933 REJECT OK',
    ];
    const findings = findingsOf(lines.join('\n'));
    assert.deepEqual([...findings.stories()], []);
    const proved = [
      ...before(IDS.aws),
      record(IDS.aws, 0, '203.0.113.9 10.0.0.4 50000 443 6', 'ACCEPT'),
      record(IDS.aws, 1, '10.0.0.4 203.0.113.9 443 50000 6', 'REJECT'),
    ];
    const certainty = (all: readonly string[]) => storiesAbout('203.0.113.9', all)[0]?.certainty;
    assert.equal(certainty(proved), 'proved');
    assert.equal(certainty([...proved, ...lines]), 'likely');
  });

  it('take no ICMP record of another cloud for an error message', () => {
    const lines = (cloud: CloudIds) => [
      ...before(IDS[cloud]),
      record(IDS[cloud], 0, '10.0.0.4 203.0.113.9 50000 80 6', 'ACCEPT'),
      record(IDS[cloud], 1, '203.0.113.9 10.0.0.4 0 771 1', 'ACCEPT'),
    ];
    const told = (cloud: CloudIds) => JSON.stringify(storiesAbout('203.0.113.9', lines(cloud)));
    assert.match(told('tencent'), /ICMP error/);
    assert.doesNotMatch(told('huawei'), /ICMP error/);
  });
});
