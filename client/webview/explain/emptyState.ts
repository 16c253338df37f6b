import { element } from '../common/element';
import { readingProgress } from './readingProgress';
import type { ExplainContent, PageRequest } from './messages';

interface Words {
  readonly title: string;
  readonly text: string;
  /** The ways out. */
  readonly actions: readonly (readonly [request: PageRequest, label: string])[];
}

type Empty = Exclude<ExplainContent, { readonly kind: 'stories' }>;

const TRY_AGAIN = ['try-again', 'Try again'] as const;
const OPEN_LOG = ['open-log', 'Open the log'] as const;

const WORDS: Readonly<Record<Empty['why'] | 'no-stories', Words>> = {
  'server-starting': {
    title: 'One moment',
    text: 'Flow Logs is starting. The stories appear here as soon as it runs.',
    actions: [['show-output', 'Show output']],
  },
  reading: {
    title: 'Reading the records',
    text: 'The conversations of this log are being put together. The stories appear here by themselves.',
    actions: [OPEN_LOG],
  },
  'reading-file': {
    title: 'Reading the file',
    text: 'VS Code gives extensions no document of a file of this size, so it is read by its path: once to learn what all records say together, and again to pair them.',
    actions: [['cancel', 'Cancel']],
  },
  stopped: {
    title: 'Reading was cancelled',
    text: 'The stories of a log are certain only after its last record, so there are none yet.',
    actions: [['try-again', 'Read it all'], OPEN_LOG],
  },
  'not-a-flow-log': {
    title: 'Not a flow log',
    text: 'This document is not treated as a flow log, so there is nothing to explain. If it is one, say so.',
    actions: [['treat-as-flow-log', 'Treat it as a flow log'], OPEN_LOG],
  },
  'not-found': {
    title: 'The log is not there',
    text: 'This log cannot be opened: it was moved, renamed or deleted, or it was never saved. Open it again and run Flow Logs: Explain Reachability on it.',
    actions: [TRY_AGAIN],
  },
  'server-off': {
    title: 'Flow Logs does not run',
    text: 'The part of Flow Logs that reads the records has stopped.',
    actions: [
      ['restart-server', 'Restart it'],
      ['show-output', 'Show output'],
    ],
  },
  'no-answer': {
    title: 'No answer',
    text: 'Reading the log failed. The output says what happened.',
    actions: [TRY_AGAIN, ['show-output', 'Show output']],
  },
  'no-stories': {
    title: 'No stories',
    text: 'No record of this log says how traffic fared: that takes records with addresses and an action under log status OK. The Problems panel says what is wrong with records that could not be read.',
    actions: [OPEN_LOG, TRY_AGAIN],
  },
};

/** What the page says where it has no story to show: why, and what to do. */
export function emptyState(
  why: Empty['why'] | 'no-stories',
  request: (request: PageRequest) => void,
): HTMLElement {
  const { title, text, actions } = WORDS[why];
  return element(
    'div',
    { class: 'empty' },
    element('h2', {}, title),
    element('p', {}, text),
    why === 'reading-file' && readingProgress(),
    element(
      'p',
      { class: 'actions' },
      ...actions.map(([name, label]) => {
        const button = element('button', { type: 'button', class: 'action' }, label);
        button.addEventListener('click', () => request(name));
        return button;
      }),
    ),
  );
}
