import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdsV4, holdsV6, parseBlock } from '../../../server/src/core/filter/addressBlock';
import { BlockLabels, NO_BLOCK } from '../../../server/src/core/filter/blockLabels';
import { readBlockList, wrongWith } from '../../../server/src/core/filter/blockList';
import { parseAddress } from '../../../server/src/core/record/address';

function bytesOf(text: string): Uint8Array {
  const address = parseAddress(text);
  assert.ok(address?.family === 6);
  return address.bytes;
}

function numberOf(text: string): number {
  const address = parseAddress(text);
  assert.ok(address?.family === 4);
  return address.value;
}

describe('A block of addresses', () => {
  it('is an address, with or without the length of its prefix', () => {
    for (const text of ['10.0.0.0/8', '10.0.0.1', '0.0.0.0/0', '2001:db8::/32', '::1', '::/0']) {
      assert.ok(parseBlock(text), text);
    }
    for (const text of [
      '',
      '10.0.0.0/33',
      '10.0.0.0/',
      '10.0.0/8',
      '10.0.0.0/-1',
      '::/129',
      'a/8',
    ]) {
      assert.equal(parseBlock(text), undefined, text);
    }
  });

  it('holds the addresses with its prefix, whatever its own further bits', () => {
    const block = parseBlock('10.1.2.3/12')!;
    assert.ok(holdsV4(block, numberOf('10.0.0.0')));
    assert.ok(holdsV4(block, numberOf('10.15.255.255')));
    assert.ok(!holdsV4(block, numberOf('10.16.0.0')));
    assert.ok(!holdsV6(block, bytesOf('::a00:0')));
    const wide = parseBlock('2001:db8::/33')!;
    assert.ok(holdsV6(wide, bytesOf('2001:db8:7fff::1')));
    assert.ok(!holdsV6(wide, bytesOf('2001:db8:8000::1')));
    assert.ok(holdsV4(parseBlock('0.0.0.0/0')!, 0xffffffff));
  });
});

describe('Labels of blocks', () => {
  const narrowest = (blocks: readonly string[], address: number) => {
    const holding = blocks
      .map((text, number) => ({ number, block: parseBlock(text)! }))
      .filter(({ block }) => holdsV4(block, address));
    holding.sort((a, b) => b.block.bits - a.block.bits || a.number - b.number);
    return holding[0]?.number ?? NO_BLOCK;
  };

  it('are those of the narrowest block that holds an address', () => {
    const address = fc.nat(15).map(n => (0x0a000000 | n) >>> 0);
    const block = fc
      .tuple(address, fc.constantFrom(0, 8, 28, 29, 30, 31, 32))
      .map(([value, bits]) => `${value >>> 24}.0.0.${value & 255}/${bits}`);
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.array(address), (blocks, addresses) => {
        const labels = new BlockLabels(blocks.map(text => ({ block: text, label: text })));
        for (const value of [0, 0xffffffff, ...addresses]) {
          assert.equal(
            labels.ofV4(value),
            narrowest(blocks, value),
            `${value} in ${blocks.join()}`,
          );
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('hold for IPv6 too', () => {
    const labels = new BlockLabels(
      ['2001:db8::/32', '2001:db8:1::/48', '::/0'].map(block => ({ block, label: block })),
    );
    assert.equal(labels.ofV6(bytesOf('2001:db8:1::7')), 1);
    assert.equal(labels.ofV6(bytesOf('2001:db8:2::7')), 0);
    assert.equal(labels.ofV6(bytesOf('fe80::1')), 2);
    assert.equal(labels.ofV4(numberOf('10.0.0.1')), NO_BLOCK);
  });
});

describe('A list of blocks', () => {
  it('has a block and its label on each line', () => {
    const text =
      '\ufeff# offices\r\n10.0.0.0/8 Head office  \r\n\n2001:db8::/32,lab # ours\n192.0.2.1\nnonsense here\n';
    assert.deepEqual(readBlockList(text), {
      blocks: [
        { block: '10.0.0.0/8', label: 'Head office' },
        { block: '2001:db8::/32', label: 'lab' },
        { block: '192.0.2.1', label: '192.0.2.1' },
      ],
      unread: [{ line: 5, column: 0 }],
    });
  });

  it('says where it cannot be read, if anywhere', () => {
    const wrong = wrongWith(readBlockList('10.0.0.0/8 office\n  10.0.0.0/40 typo\n'));
    assert.equal(wrong, 'line 2, column 3 is not an address or a block such as 10.0.0.0/8');
    assert.equal(wrongWith(readBlockList('# nothing\n')), undefined);
  });
});
