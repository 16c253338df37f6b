import { workspace, type Uri } from 'vscode';

/** The settings that the client itself goes by; the server asks for its own. */
export function settingsFor(resource?: Uri) {
  const section = workspace.getConfiguration('flowlog', resource);
  return {
    detect: section.get('detect.enabled', true),
    statusBar: section.get('statusBar.enabled', true),
    columns: section.get<readonly string[]>('columns', []),
  };
}
