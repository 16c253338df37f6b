import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { SETTINGS_NOTIFICATION } from './core/requests';
import { guarded, type FeatureHost } from './feature';
import { readSettings } from './settings';

const SECTION = 'flowlog';
/** Nothing waits longer than this for the first settings, in milliseconds. */
const LONGEST_WAIT = 5000;

/** Keeps the documents' settings what the client's are. */
export function followSettings(host: FeatureHost): void {
  const { connection, documents, capabilities } = host;
  const pulls = capabilities.workspace?.configuration === true;
  const apply = (sent: unknown) => documents.configure(readSettings(sent));
  const fetch = guarded(host, 'Reading the settings', undefined, async () => {
    apply(await connection.workspace.getConfiguration(SECTION));
  });
  const register = guarded(host, 'Asking for changes of settings', undefined, async () => {
    if (!capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  });
  const follow = async () => {
    if (!pulls) return;
    await register();
    await fetch();
  };
  connection.onInitialized(() => {
    const timer = setTimeout(() => documents.settle(), LONGEST_WAIT);
    void follow().then(() => {
      clearTimeout(timer);
      documents.settle();
    });
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (pulls) await fetch();
    else apply((settings as Record<string, unknown> | null)?.[SECTION]);
    void connection.sendNotification(SETTINGS_NOTIFICATION);
  });
}
