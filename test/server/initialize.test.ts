import assert from 'node:assert/strict';
import { LanguageServer } from '../support/languageServer';

async function announcedTo(diagnostics: 'pulled' | 'pushed') {
  const server = await LanguageServer.start({ diagnostics });
  const { capabilities, serverInfo } = server.initialized;
  assert.equal(await server.stop(), 0);
  assert.deepEqual(server.errors, []);
  return { ...capabilities, name: serverInfo?.name };
}

describe('The server', function () {
  this.timeout(30_000);

  it('tells its name and what it can do', async () => {
    const announced = await announcedTo('pulled');
    assert.equal(announced.name, 'Flow Logs');
    assert.deepEqual(announced.textDocumentSync, { openClose: true, change: 2 });
    assert.equal(announced.hoverProvider, true);
    assert.deepEqual(announced.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.flowlog', 'source.fixAll.flowlog.join'],
    });
    assert.ok(announced.semanticTokensProvider?.range);
  });

  it('lets editors that can ask for diagnostics do so', async () => {
    const { diagnosticProvider } = await announcedTo('pulled');
    assert.deepEqual(diagnosticProvider, {
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    assert.equal((await announcedTo('pushed')).diagnosticProvider, undefined);
  });

  for (const initializationOptions of [undefined, null, 'nonsense', 7, [], { documentation: 7 }]) {
    it(`starts with the options ${JSON.stringify(initializationOptions)}`, async () => {
      const server = await LanguageServer.start({ initializationOptions });
      const uri = await server.open('bogus line');
      const [problem] = await server.diagnostics(uri);
      assert.equal(problem?.codeDescription, undefined);
      assert.equal(await server.stop(), 0);
    });
  }
});
