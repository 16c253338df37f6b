import {
  MarkdownString,
  StatusBarAlignment,
  TabInputText,
  l10n,
  window,
  workspace,
  type Disposable,
  type Uri,
} from 'vscode';
import { recognise } from '../../../server/src/core/recognise';
import { SHOW_SUMMARY } from '../commands/ids';
import { FLOW_LOG } from '../language';
import { settingsFor } from '../settings';
import {
  LARGEST_COLOURED,
  LARGEST_DOCUMENT,
  explanation,
  linesOfHead,
  statusText,
  type LargeFile,
  type ReadHead,
} from './largeFile';

/** Enough for the lines that tell a flow log from another text. */
const HEAD = 64 * 1024;

/**
 * Knows the flow log in the active tab also where it is too large for a document; `onFound` hears
 * of each large one that comes to be shown.
 */
export class LargeFiles {
  private readonly item = window.createStatusBarItem(
    'flowlog.largeFile',
    StatusBarAlignment.Right,
    90,
  );
  private readonly subscriptions: Disposable[];
  private readonly recognised = new Map<string, boolean>();
  /** The large log that is shown. */
  private shown = '';
  private looking = 0;

  constructor(
    private readonly readHead: ReadHead | undefined,
    private readonly onFound: (uri: Uri) => void,
  ) {
    this.item.name = l10n.t('Large Flow Log');
    const look = () => void this.look();
    this.subscriptions = [
      window.tabGroups.onDidChangeTabs(look),
      window.tabGroups.onDidChangeTabGroups(look),
      workspace.onDidOpenTextDocument(look),
    ];
    look();
  }

  dispose(): void {
    this.looking++;
    this.item.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async look(): Promise<void> {
    const looking = ++this.looking;
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    const uri = input instanceof TabInputText ? input.uri : undefined;
    const file = uri?.scheme === 'file' ? await this.examine(uri) : undefined;
    if (looking !== this.looking) return;
    const before = this.shown;
    this.shown = uri && file ? uri.toString() : '';
    if (!uri || !file) {
      this.item.hide();
      return;
    }
    if (this.shown !== before) this.onFound(uri);
    this.show(uri, file);
  }

  /** The file, if it is a flow log whose size switches something off. */
  private async examine(uri: Uri): Promise<LargeFile | undefined> {
    const bytes = await sizeOf(uri);
    if (bytes <= LARGEST_COLOURED) return undefined;
    const key = uri.toString();
    const document = workspace.textDocuments.find(open => open.uri.toString() === key);
    if (document) {
      return document.languageId === FLOW_LOG ? { bytes, hasDocument: true } : undefined;
    }
    if (bytes <= LARGEST_DOCUMENT || !(await this.isFlowLog(uri))) return undefined;
    return { bytes, hasDocument: false };
  }

  private async isFlowLog(uri: Uri): Promise<boolean> {
    const key = uri.toString();
    const known = this.recognised.get(key);
    if (known !== undefined || !this.readHead) return known ?? false;
    try {
      const lines = linesOfHead(await this.readHead(uri.fsPath, HEAD));
      const { isFlowLog } = recognise(lines, settingsFor(uri).columns);
      this.recognised.set(key, isFlowLog);
      return isFlowLog;
    } catch {
      return false;
    }
  }

  private show(uri: Uri, file: LargeFile): void {
    const tooltip = new MarkdownString();
    for (const sentence of explanation(file)) tooltip.appendText(sentence).appendMarkdown('\n\n');
    this.item.text = `$(graph) ${statusText(file)}`;
    this.item.tooltip = tooltip;
    this.item.command = {
      command: SHOW_SUMMARY,
      title: l10n.t('Show Summary'),
      arguments: [uri],
    };
    this.item.show();
  }
}

async function sizeOf(uri: Uri): Promise<number> {
  try {
    return (await workspace.fs.stat(uri)).size;
  } catch {
    return 0;
  }
}
