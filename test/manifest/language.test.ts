import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, readProjectFile } from './manifest';

const { contributes } = manifest;
const language = contributes.languages.find(({ id }) => id === 'flowlog')!;

/** File name patterns use `*` and, as regular expressions do, `[...]`. */
function hasOwnName(file: string): boolean {
  return language.filenamePatterns.some(pattern =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i').test(file),
  );
}

describe('The language in the manifest', () => {
  for (const file of [
    'app.log',
    'app.txt',
    'flow.txt',
    'workflow.log',
    'airflow-log.log',
    'mlflow_log.log',
    'log',
  ]) {
    it(`does not claim ${file}`, () => {
      assert.equal(language.extensions, undefined);
      assert.equal(hasOwnName(file), false);
    });
  }

  for (const file of [
    'a.flowlog',
    'eni.flow.log',
    'flowlog-2024-03-12.log',
    'prod_flowlogs.log',
    'vpc-flow-logs.log',
    'vpcflow.log',
    'flow_log.log',
    'eu-flow-log-1.log',
    '123456789012_vpcflowlogs_eu-west-1_fl-1.log',
  ]) {
    it(`claims ${file}`, () => assert.equal(hasOwnName(file), true));
  }

  it('names files that are there', () => {
    const paths = [language.configuration, ...contributes.grammars.map(({ path }) => path)];
    for (const path of paths) assert.ok(existsSync(join(__dirname, '../..', path)), path);
  });

  it('wakes the extension for itself, for what may be a flow log and for its views', () => {
    const events = [
      'onLanguage:flowlog',
      'onLanguage:log',
      'onLanguage:plaintext',
      'onWebviewPanel:flowlog.explain',
      'onWebviewPanel:flowlog.summary',
    ];
    assert.deepEqual([...manifest.activationEvents].sort(), events);
  });

  it('asks for the editor that the language client needs', () => {
    assert.equal(manifest.engines.vscode, '^1.91.0');
  });

  it('leaves logs as they are when they are saved', () => {
    const defaults = contributes.configurationDefaults['[flowlog]']!;
    for (const name of ['trimTrailingWhitespace', 'trimFinalNewlines', 'insertFinalNewline']) {
      assert.equal(defaults[`files.${name}`], false, name);
    }
  });

  it('is read in folders that are not trusted, and in virtual ones', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces.supported, 'limited');
  });
});

describe('A word of a flow log', () => {
  const { wordPattern } = JSON.parse(readProjectFile('language-configuration.json')) as {
    readonly wordPattern: string;
  };
  const lines: Record<string, string[]> = {
    '2 eni-1a2b3c4d 192.0.2.10 - OK': ['2', 'eni-1a2b3c4d', '192.0.2.10', '-', 'OK'],
    '2001:db8::7 fe80::1 ::1': ['2001:db8::7', 'fe80::1', '::1'],
    'srcaddr:192.0.2.10 log-status:OK': ['srcaddr', '192.0.2.10', 'log-status', 'OK'],
    'srcaddr:2001:db8::7 dstaddr:::1': ['srcaddr', '2001:db8::7', 'dstaddr', '::1'],
    '"REJECT","0001_0001"': ['REJECT', '0001_0001'],
  };
  for (const [line, words] of Object.entries(lines)) {
    it(`is a whole value: ${line}`, () => {
      assert.deepEqual(line.match(new RegExp(wordPattern, 'g')), words);
    });
  }
});
