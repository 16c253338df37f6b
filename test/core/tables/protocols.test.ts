import assert from 'node:assert/strict';
import { protocolNumberOf, protocolOf, protocols } from '../../../server/src/core/tables/protocols';

describe('protocol numbers', () => {
  it('covers every number from 0 to 255 and none beside', () => {
    assert.equal(protocols.length, 256);
    protocols.forEach((protocol, index) => {
      assert.equal(protocol.number, index);
      assert.notEqual(protocol.name, '');
    });
    assert.equal(protocolOf(-1), undefined);
    assert.equal(protocolOf(256), undefined);
    assert.equal(protocolOf(1.5), undefined);
  });

  it('names protocols as the registry does', () => {
    const keywords = [1, 6, 17, 33, 47, 50, 58, 132, 144, 147].map(n => protocolOf(n)?.keyword);
    assert.deepEqual(keywords, [
      'ICMP',
      'TCP',
      'UDP',
      'DCCP',
      'GRE',
      'ESP',
      'IPv6-ICMP',
      'SCTP',
      'AGGFRAG',
      'BIT-EMU',
    ]);
    assert.deepEqual(protocolOf(6), {
      number: 6,
      keyword: 'TCP',
      name: 'Transmission Control',
      state: 'assigned',
      extensionHeader: false,
      reference: 'RFC 9293',
    });
    assert.equal(protocolOf(43)?.extensionHeader, true);
    assert.match(protocolOf(84)?.note ?? '', /TTP/);
  });

  it('tells the states apart', () => {
    assert.equal(protocolOf(13)?.state, 'deprecated');
    assert.equal(protocolOf(13)?.keyword, 'ARGUS');
    assert.equal(protocolOf(147)?.state, 'assigned');
    assert.equal(protocolOf(148)?.state, 'unassigned');
    assert.equal(protocolOf(252)?.state, 'unassigned');
    assert.equal(protocolOf(253)?.state, 'experimental');
    assert.equal(protocolOf(254)?.state, 'experimental');
    assert.deepEqual(protocolOf(255), {
      number: 255,
      name: 'Reserved',
      state: 'reserved',
      extensionHeader: false,
    });
  });

  it('finds a number by keyword in any case', () => {
    assert.equal(protocolNumberOf('tcp'), 6);
    assert.equal(protocolNumberOf('IPv6-ICMP'), 58);
    assert.equal(protocolNumberOf('icmpv6'), 58);
    assert.equal(protocolNumberOf('HOPOPT'), 0);
    assert.equal(protocolNumberOf('no such protocol'), undefined);
    assert.equal(protocolNumberOf(''), undefined);
  });
});
