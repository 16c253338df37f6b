import assert from 'node:assert/strict';
import {
  icmpCodeOf,
  icmpTypeOf,
  icmpTypes,
  icmpv6Types,
  isRegisteredIcmp,
} from '../../../server/src/core/tables/icmp';
import {
  icmpErrorTypes,
  icmpPairOfReply,
  icmpPairOfRequest,
  icmpPairs,
  isIcmpError,
  isIcmpReplyTo,
} from '../../../server/src/core/tables/icmpPairs';

const both = [1, 58] as const;

describe('ICMP types and codes', () => {
  it('covers every type and every code of both protocols', () => {
    for (const types of [icmpTypes, icmpv6Types]) {
      assert.deepEqual(
        types.map(({ type }) => type),
        Array.from({ length: 256 }, (_, type) => type),
      );
    }
    for (const protocol of both) {
      for (let pair = 0; pair < 65536; pair++) {
        assert.equal(icmpCodeOf(protocol, pair >> 8, pair & 255)?.code, pair & 255);
      }
      assert.equal(icmpTypeOf(protocol, 256), undefined);
      assert.equal(icmpCodeOf(protocol, 256, 0), undefined);
      assert.equal(icmpCodeOf(protocol, 3, 256), undefined);
      assert.equal(icmpCodeOf(protocol, 3, -1), undefined);
    }
  });

  it('names them as the registries do', () => {
    assert.equal(icmpTypeOf(1, 3)?.name, 'Destination Unreachable');
    assert.equal(icmpCodeOf(1, 3, 13)?.name, 'Communication Administratively Prohibited');
    assert.equal(icmpCodeOf(1, 3, 13)?.reference, 'RFC 1812');
    assert.equal(icmpTypeOf(1, 8)?.name, 'Echo');
    assert.deepEqual(icmpCodeOf(1, 8, 0), { code: 0, state: 'assigned' });
    assert.equal(icmpTypeOf(58, 1)?.name, 'Destination Unreachable');
    assert.equal(icmpCodeOf(58, 1, 4)?.name, 'port unreachable');
    assert.equal(icmpCodeOf(58, 1, 9)?.reference, 'RFC 9914');
    assert.equal(icmpCodeOf(58, 138, 255)?.name, 'Sequence Number Reset');
  });

  it('tells the states of types apart', () => {
    assert.deepEqual(icmpTypeOf(1, 4), {
      type: 4,
      name: 'Source Quench',
      state: 'deprecated',
      reference: 'RFC 792, RFC 6633',
    });
    assert.equal(icmpTypeOf(1, 7)?.state, 'unassigned');
    assert.equal(icmpTypeOf(1, 25)?.state, 'reserved');
    assert.equal(icmpTypeOf(1, 41)?.state, 'assigned');
    assert.equal(icmpTypeOf(1, 253)?.state, 'experimental');
    assert.equal(icmpTypeOf(58, 100)?.state, 'experimental');
    assert.equal(icmpTypeOf(58, 127)?.state, 'reserved');
  });

  it('knows which pairs have no registered meaning, and which it cannot judge', () => {
    assert.equal(isRegisteredIcmp(1, 8, 0), true);
    assert.equal(isRegisteredIcmp(1, 0, 8), false);
    assert.equal(isRegisteredIcmp(1, 3, 16), false);
    assert.equal(isRegisteredIcmp(1, 9, 16), true);
    assert.equal(isRegisteredIcmp(1, 7, 0), false);
    assert.equal(isRegisteredIcmp(1, 19, 0), false);
    assert.equal(icmpCodeOf(58, 155, 1)?.state, 'unlisted');
    assert.equal(isRegisteredIcmp(58, 155, 1), true);
    assert.equal(isRegisteredIcmp(58, 160, 1), false);
  });
});

describe('ICMP messages that belong together', () => {
  it('pairs the request with its reply', () => {
    const expected: [1 | 58, number, number][] = [
      [1, 8, 0],
      [1, 13, 14],
      [1, 15, 16],
      [1, 17, 18],
      [58, 128, 129],
      [58, 130, 143],
      [58, 133, 134],
      [58, 135, 136],
      [58, 139, 140],
    ];
    for (const [protocol, request, reply] of expected) {
      assert.equal(isIcmpReplyTo(protocol, request, reply), true);
      assert.equal(isIcmpReplyTo(protocol, reply, request), false);
      assert.equal(icmpPairOfReply(protocol, reply), icmpPairOfRequest(protocol, request));
    }
  });

  it('has no type on both sides, and none that the registry does not assign', () => {
    for (const protocol of both) {
      const pairs = icmpPairs.filter(pair => pair.protocol === protocol);
      const types = pairs.flatMap(({ request, replies }) => [request, ...replies]);
      assert.equal(new Set(types).size, types.length);
      for (const type of types) {
        assert.match(icmpTypeOf(protocol, type)?.state ?? '', /^(assigned|deprecated)$/);
        assert.equal(isIcmpError(protocol, type), false);
      }
    }
  });

  it('knows the error messages', () => {
    assert.deepEqual(icmpErrorTypes, { 1: [3, 4, 5, 11, 12], 58: [1, 2, 3, 4] });
    assert.equal(isIcmpError(1, 3), true);
    assert.equal(isIcmpError(58, 128), false);
  });
});
