import { Uri, window } from 'vscode';
import type { FlowLogCommand } from './command';
import { SHOW_SUMMARY } from './ids';

/** Opens the summary of the files chosen in the explorer, as of one log, or of the log that is shown. */
export const showSummary: FlowLogCommand = {
  id: SHOW_SUMMARY,
  run({ summaryPanels }, one, several) {
    const given = Array.isArray(several) && several.length > 0 ? several : [one];
    const chosen = given.filter(uri => uri instanceof Uri);
    const uris = chosen.length > 0 ? chosen : shownLog();
    if (uris.length > 0) summaryPanels.show(uris);
  },
};

/** A file that is too large for a document has a tab and nothing else. */
function shownLog(): readonly Uri[] {
  const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
  const uri =
    window.activeTextEditor?.document.uri ?? (input as { uri?: unknown } | undefined)?.uri;
  return uri instanceof Uri ? [uri] : [];
}
