import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTable } from '../../../server/src/core/table/flowTable';
import { legalLog, mutatedLog, wrappedLog } from '../../support/flows/logs';
import { assertReadsAsReference } from '../../support/reference/compare';

const LATEST = 2_000_000_000;
const CHUNK = 4096;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

describe('Reading any input', function () {
  this.timeout(120_000);
  let bytesRead = 0;

  function assertReads(bytes: Uint8Array): void {
    bytesRead += bytes.length;
    const table = readTable(bytes, LATEST, { size: CHUNK });
    assertReadsAsReference(table, decoder.decode(bytes));
  }

  it('gives every line of a legal log its number, its form and its values', () => {
    fc.assert(
      fc.property(legalLog, log => assertReads(encoder.encode(log))),
      { seed: 1, numRuns: 1000, endOnFailure: true },
    );
  });

  it('gives the certain lines of a mutated log their number, form and values', () => {
    fc.assert(
      fc.property(mutatedLog, log => assertReads(encoder.encode(log))),
      { seed: 2, numRuns: 2500, endOnFailure: true },
    );
  });

  it('gives the certain lines of a wrapped log their number, form and values', () => {
    fc.assert(
      fc.property(wrappedLog, log => assertReads(encoder.encode(log))),
      { seed: 3, numRuns: 300, endOnFailure: true },
    );
  });

  it('gives lines between damaged bytes their number, form and values', () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(legalLog, damage, (log, changes) => {
        const bytes = encoder.encode(log);
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        assertReads(bytes);
      }),
      { seed: 4, numRuns: 1000, endOnFailure: true },
    );
  });

  it('counts the lines of random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 4000, size: 'max' }), assertReads),
      { seed: 5, numRuns: 700, endOnFailure: true },
    );
  });

  it('counts the lines of random letters of flow logs', () => {
    const letters = encoder.encode('0123456789.:-- \t\n\n\r#ACEPTRJOKeni');
    const text = fc.uint8Array({ max: letters.length - 1, maxLength: 4000, size: 'max' });
    fc.assert(
      fc.property(text, places => assertReads(places.map(place => letters[place]!))),
      { seed: 6, numRuns: 700, endOnFailure: true },
    );
  });

  it('has read ten million bytes by now', () => {
    assert.ok(bytesRead >= 10_000_000, `only ${bytesRead} bytes`);
  });
});
