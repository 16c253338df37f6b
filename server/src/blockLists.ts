import { readBlockList, wrongWith } from './core/filter/blockList';
import { BlockLabels, type LabelledBlock } from './core/filter/blockLabels';
import type { FeatureHost } from './feature';

/** The user's lists of address blocks, as far as they can be read. */
export interface BlockLists {
  readonly groups: readonly LabelledBlock[];
  readonly threats: readonly LabelledBlock[];
  /** Which list is not used and why, in sentences. */
  readonly notes: readonly string[];
}

/** Reads the lists that the settings name. One with a fault in it is not used, and a note says so. */
export async function readBlockLists(host: FeatureHost): Promise<BlockLists> {
  const { summary } = host.documents.currentSettings;
  const notes: string[] = [];
  const read = async (name: 'groups' | 'threats'): Promise<readonly LabelledBlock[]> => {
    const path = summary[name];
    if (path === '') return [];
    const problem = (what: string) => {
      notes.push(`The list ${path} (flowlog.summary.${name}) is not used: ${what}.`);
      return [];
    };
    if (!host.files) return problem('files cannot be read here');
    try {
      const list = readBlockList(await host.files.readText(path, await firstFolder(host)));
      const wrong = wrongWith(list);
      return wrong === undefined ? list.blocks : problem(wrong);
    } catch (error) {
      return problem((error as Error).message);
    }
  };
  const [groups, threats] = [await read('groups'), await read('threats')];
  return { groups, threats, notes };
}

/** The lists as filters need them. */
export async function readBlockLabels(host: FeatureHost) {
  const { groups, threats } = await readBlockLists(host);
  return { groups: new BlockLabels(groups), threats: new BlockLabels(threats) };
}

/** Where paths begin that are not absolute. */
async function firstFolder({ connection, capabilities }: FeatureHost): Promise<string | undefined> {
  if (capabilities.workspace?.workspaceFolders !== true) return undefined;
  return (await connection.workspace.getWorkspaceFolders())?.[0]?.uri;
}
