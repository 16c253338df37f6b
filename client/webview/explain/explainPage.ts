import { element } from '../common/element';
import type { Host } from '../common/host';
import { emptyState } from './emptyState';
import type { ContentMessage, ExplainContent, FromPage, SavedPage, ToPage } from './messages';
import { showReached } from './readingProgress';
import { readFilter } from './storyFilter';
import { storiesView } from './storiesView';

/** The whole page: what the panel sends goes in, what the user does comes out. */
export interface ExplainPage {
  readonly root: HTMLElement;
  receive(message: ToPage): void;
}

export function explainPage(host: Host<FromPage, SavedPage>): ExplainPage {
  const saved = host.saved();
  let uri = saved?.uri ?? '';
  const heading = element('h1', {}, 'Reachability');
  const body = element('div', { class: 'body' });
  /** Read out when it changes. */
  const live = element('p', { class: 'live', role: 'status' });

  const stories = storiesView(
    { filter: readFilter(saved?.filter), selected: saved?.selected ?? null },
    {
      reveal: line => host.post({ type: 'reveal', line }),
      copy: text => host.post({ type: 'copy', text }),
      changed: state => host.save({ uri, ...state }),
      say: text => (live.textContent = text),
    },
  );
  /** What the body shows, so that it is not built anew under the user's hands. */
  let shown = '';

  function show(content: ExplainContent, jump: boolean): void {
    const empty = content.kind !== 'stories' ? content.why : isEmpty(content) ? 'no-stories' : null;
    if (empty === null && content.kind === 'stories') {
      if (shown !== 'stories') body.replaceChildren(stories.root);
      stories.show(content, jump);
    } else if (empty !== null && shown !== empty) {
      body.replaceChildren(emptyState(empty, request => host.post({ type: 'request', request })));
      live.textContent = body.querySelector('h2')?.textContent ?? '';
    }
    shown = empty ?? 'stories';
  }

  function receiveContent(message: ContentMessage): void {
    uri = message.uri;
    heading.replaceChildren('Reachability in ', element('span', { class: 'name' }, message.name));
    show(message.content, message.jump);
    host.save({ uri, ...stories.state() });
  }

  return {
    root: element('main', {}, heading, body, live),
    receive(message) {
      switch (message.type) {
        case 'content':
          receiveContent(message);
          return;
        case 'progress':
          showReached(body, message.reached);
          return;
        case 'outdated':
          if (shown === 'stories' && !heading.querySelector('.outdated'))
            heading.append(outdated());
          return;
        case 'copied':
          stories.copied();
          live.textContent = 'The query is in the clipboard.';
          return;
      }
    },
  };
}

/** Until there is something newer, which takes its place. */
function outdated(): HTMLElement {
  const text = '(changed, is being read again: lines may have moved)';
  return element('span', { class: 'outdated' }, ` ${text}`);
}

function isEmpty(content: ExplainContent & { kind: 'stories' }): boolean {
  return content.stories.length === 0 && !content.record?.story;
}
