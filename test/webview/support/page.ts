import './dom';
import { explainPage } from '../../../client/webview/explain/explainPage';
import type {
  ContentMessage,
  FromPage,
  SavedPage,
  Stories,
} from '../../../client/webview/explain/messages';

/** A page as VS Code would show it, with what it posts and leaves. */
export function openPage(saved?: SavedPage) {
  const sent: FromPage[] = [];
  const left: { state: SavedPage | undefined } = { state: saved };
  const page = explainPage({
    post: message => sent.push(message),
    saved: () => left.state,
    save: state => (left.state = state),
  });
  document.body.replaceChildren(page.root);
  return {
    sent,
    left,
    page,
    show: (content: ContentMessage['content'], jump = false) =>
      page.receive({ type: 'content', uri: 'file:///a.log', name: 'a.log', content, jump }),
  };
}

export function stories(part: Partial<Stories>): Stories {
  return {
    kind: 'stories',
    of: 'document',
    stories: [],
    leftOut: 0,
    notes: [],
    record: null,
    ...part,
  };
}

/** The first match, which has to be there. */
export function one(selector: string): HTMLElement {
  const match = document.querySelector<HTMLElement>(selector);
  if (!match) throw new Error(`Nothing matches ${selector}.`);
  return match;
}

export function textsOf(selector: string): string[] {
  return [...document.querySelectorAll(selector)].map(match => match.textContent);
}

export function press(selector: string, key: string): void {
  one(selector).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

export function type(selector: string, text: string): void {
  const field = one(selector) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
