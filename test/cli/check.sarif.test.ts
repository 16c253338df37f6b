import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { RULES } from '../../server/src/core/rules';
import { flowlog, folderWith } from './flowlog';
import { faultColumn, faulty, record } from './records';

describe('flowlog check in SARIF', () => {
  const folder = folderWith({
    'clean.log': `${record(1)}\n`,
    'faulty.log': `${record(1)}\n${faulty(2)}\n${record(1)}\n${record(3).replace('ACCEPT', 'accept')}\n`,
    'odd name #1.log': `${faulty(1)}\n`,
    'control.log': '\u001b[2Jnot a record \u202e\u0085\n',
  });
  // The schema has a pattern that is none under the u flag.
  const ajv = new Ajv({ allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  const check = async (files: string[], stdin?: string) => {
    const args = ['check', '--format', 'sarif', ...files];
    const ended = await flowlog(args, {
      cwd: folder.path,
      ...(stdin === undefined ? {} : { stdin }),
    });
    const log = JSON.parse(ended.stdout) as Log;
    assert.ok(validate(log), JSON.stringify(validate.errors, undefined, 1));
    return { ...ended, run: log.runs[0]! };
  };

  it('is valid without a result', async () => {
    const { code, run } = await check(['clean.log']);
    assert.deepEqual(run.results, []);
    assert.equal(run.invocations?.[0]?.executionSuccessful, true);
    assert.equal(code, 0);
  });

  it('describes every rule', async () => {
    const { run } = await check(['clean.log']);
    assert.deepEqual(
      run.tool.driver.rules?.map(({ id }) => id),
      RULES.map(({ code }) => code),
    );
  });

  it('places results by line and column, counted from 1 in UTF-16 units, ends exclusive', async () => {
    const { code, run } = await check(['faulty.log']);
    const result = run.results?.find(({ ruleId }) => ruleId === 'port-out-of-range');
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.equal(result?.level, 'error');
    assert.deepEqual(result.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: 'faulty.log' },
      region: {
        startLine: 2,
        startColumn: faultColumn,
        endLine: 2,
        endColumn: faultColumn + '70000'.length,
      },
    });
    assert.equal(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id, 'port-out-of-range');
    assert.equal(code, 1);
  });

  it('carries fixes and related places', async () => {
    const { run } = await check(['faulty.log']);
    const twice = run.results?.find(({ ruleId }) => ruleId === 'duplicate-record');
    assert.equal(twice?.relatedLocations?.[0]?.physicalLocation?.region?.startLine, 1);
    const fixed = run.results?.find(({ fixes }) => fixes !== undefined);
    const replacement = fixed?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    assert.equal(replacement?.insertedContent?.text, 'ACCEPT');
  });

  it('escapes file names', async () => {
    const absolute = join(folder.path, 'odd name #1.log');
    const { run } = await check(['odd name #1.log', absolute]);
    assert.deepEqual(
      run.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri),
      ['odd%20name%20%231.log', pathToFileURL(absolute).href],
    );
  });

  it('reports inputs that cannot be used', async () => {
    const { code, run } = await check(['missing.log', 'faulty.log']);
    const [invocation] = run.invocations!;
    assert.equal(invocation?.executionSuccessful, false);
    const [notification] = invocation.toolExecutionNotifications!;
    assert.equal(notification?.message.text, 'missing.log: there is no such file');
    assert.ok(run.results!.length > 0);
    assert.equal(code, 2);
  });

  it('names standard input', async () => {
    const { run } = await check(['-'], faulty(1));
    const location = run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    assert.equal(location?.uri, 'stdin');
  });

  it('is valid with control characters in the log', async () => {
    const { stdout } = await check(['control.log']);
    // eslint-disable-next-line no-control-regex -- that is what must not be there
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /[\u0000-\u001f\u007f-\u009f\u202e]/);
  });
});
