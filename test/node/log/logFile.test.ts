import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { scanChunk, type ScanOptions } from '../../../server/src/core/scan/scanChunk';
import { LogFile } from '../../../server/src/node/log/logFile';
import { newFoldingKernel } from '../../support/compiledKernel';

const record = (port: number) =>
  `2 1251762227 eni-lq6mkcis 203.0.113.12 172.31.16.139 ${port} 443 6 20 4249 1418530010 1418530070 ACCEPT OK\n`;

describe('The chunks of a file that is read again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flowlog-log-'));
  const path = join(folder, 'export.log');
  after(() => rmSync(folder, { recursive: true }));

  it('are held as they are while others are read', () => {
    writeFileSync(path, record(40_001) + record(40_002));
    // Its columns are those of the chunk that it read last.
    const kernel = newFoldingKernel(1 << 16, 1 << 13, 0);
    const scan: ScanOptions = { layouts: new LayoutSet(), latest: 4e9, kernel };
    const log = new LogFile(path, scan);
    const bytes = readFileSync(path);
    const half = bytes.length / 2;
    for (const part of [bytes.subarray(0, half), bytes.subarray(half)]) {
      log.note(scanChunk(part, -1, false, scan));
    }
    const first = log.at(0);
    assert.equal(log.at(1).columns.srcPort[0], 40_002);
    assert.equal(first.columns.srcPort[0], 40_001);
    assert.equal(log.at(0).columns.srcPort[0], 40_001);
    log.close();
  });
});
