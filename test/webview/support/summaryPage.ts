import './dom';
import { readKept } from '../../../client/webview/summary/keptState';
import type {
  ContentMessage,
  FromPage,
  KeptState,
  Phase,
  Picture,
} from '../../../client/webview/summary/messages';
import { Page } from '../../../client/webview/summary/page';

/** A page as VS Code would show it, with what it posts and leaves. */
export function openSummary(kept?: unknown) {
  const sent: FromPage[] = [];
  const left: { state: KeptState | undefined } = { state: undefined };
  const page = new Page(
    message => sent.push(message),
    state => (left.state = state),
    readKept(kept),
    { timeline: noChart, lines: noChart },
  );
  document.body.replaceChildren(page.root);
  const content = (part: Partial<ContentMessage>) =>
    page.receive({
      type: 'content',
      uris: ['file:///a.log'],
      name: 'a.log',
      phase: { kind: 'done' },
      picture: null,
      ...part,
    });
  return {
    sent,
    left,
    page,
    content,
    show: (picture: Picture, phase: Phase = { kind: 'done' }) => content({ picture, phase }),
  };
}

/** What draws on a canvas is tested in VS Code. */
const noChart = () => ({
  root: document.createElement('div'),
  show: () => undefined,
});

export function column(table: string, index: number): string[] {
  const rows = document.querySelectorAll(`#panel-${table} tbody tr`);
  return [...rows].map(row => row.children[index]?.textContent ?? '');
}
