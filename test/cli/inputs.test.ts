import * as assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { flowlog, folderWith, shell } from './flowlog';
import { faulty, record } from './records';

const LINE_OF_5_MIB = 'x'.repeat(5 * 1024 * 1024);

describe('The inputs of flowlog check', () => {
  const log = `${record(1)}\n${faulty(2)}\n`;
  const folder = folderWith({
    'good.log': log,
    'folder/inner.log': log,
    'picture.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'noise.bin': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251 || 1)),
    'latin1.txt': Buffer.from('äöüßéèàçñ'.repeat(20), 'latin1'),
    'wide.log': Buffer.from(`\ufeff${log}`, 'utf16le'),
    'packed.log.gz': gzipSync(log),
    'endless.log': LINE_OF_5_MIB,
    'zeros.img': Buffer.alloc(5 * 1024 * 1024),
    'late-zero.log': `${record(1)}\n`.repeat(200) + '\0\0\0\0\n',
    'old-mac.log': log.replaceAll('\n', '\r'),
  });
  const check = (args: string[], stdin?: string | Uint8Array) =>
    flowlog(['check', ...args], { cwd: folder.path, ...(stdin === undefined ? {} : { stdin }) });

  it('are read from standard input for -', async () => {
    const { code, stdout } = await check(['-'], log);
    assert.match(stdout, /^-:2:\d+ error port-out-of-range /);
    assert.equal(code, 1);
  });

  it('may mix standard input and files', async () => {
    const { stdout } = await check(['good.log', '-'], record(5));
    assert.match(stdout, /2 files, 3 lines, 3 records: 1 error,/);
  });

  it('may be empty', async () => {
    const { code, stdout } = await check(['-'], '');
    assert.match(stdout, /^1 file, 0 lines, 0 records: 0 errors,/);
    assert.equal(code, 0);
  });

  it('may have line ends of a lone carriage return', async () => {
    const { stdout } = await check(['old-mac.log']);
    assert.match(stdout, /^old-mac\.log:2:\d+ error port-out-of-range /);
  });

  const unusable: Record<string, string> = {
    'missing.log': 'there is no such file',
    'good.log/inner': 'there is no such file',
    folder: 'is a directory; name the files in it',
    'picture.png': 'holds binary data, no text',
    'zeros.img': 'holds binary data, no text',
    'noise.bin': 'holds binary data, no text',
    'latin1.txt': 'holds binary data, or text that is not UTF-8',
    'wide.log': 'is text in UTF-16; save it in UTF-8 first',
    'packed.log.gz':
      'is compressed with gzip; unpack it first, as in: gzip -dc FILE | flowlog COMMAND -',
    'endless.log': 'has a line of more than 4 MiB: this is no flow log',
  };
  for (const [name, reason] of Object.entries(unusable)) {
    it(`that cannot be used are named, with the reason: ${name}`, async () => {
      const { code, stderr, stdout } = await check([name]);
      assert.equal(stderr, `flowlog: ${name}: ${reason}\n`);
      assert.match(stdout, /^0 files, .*; 1 input not usable\n$/);
      assert.equal(code, 2);
    });
  }

  it('that cannot be used are a directory, too, as standard input', async () => {
    const { code, stderr } = await shell('$FLOWLOG check - < folder', folder.path);
    assert.equal(stderr, 'flowlog: -: is a directory; name the files in it\n');
    assert.equal(code, 2);
  });

  it('that cannot be used do not keep the others from being checked', async () => {
    const { code, stdout } = await check(['missing.log', 'good.log', 'folder']);
    assert.match(stdout, /^good\.log:2:\d+ error port-out-of-range /);
    assert.match(stdout, /1 file, 2 lines, .*; 2 inputs not usable\n$/);
    assert.equal(code, 2);
  });

  it('that are binary on standard input are refused as well', async () => {
    const { code, stderr } = await check(['-'], Buffer.alloc(100));
    assert.equal(stderr, 'flowlog: -: holds binary data, no text\n');
    assert.equal(code, 2);
  });

  it('are still logs when zero bytes come late', async () => {
    const { code } = await check(['late-zero.log']);
    assert.notEqual(code, 0);
  });

  it('may have names with control characters, which are not sent to the terminal', async () => {
    const { stderr } = await check(['no\u001b[31mlog']);
    assert.equal(stderr, 'flowlog: no\\x1b[31mlog: there is no such file\n');
  });
});
