import { element } from '../common/element';
import type { PageRequest, Phase, Picture } from './messages';

export interface EmptyWords {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly (readonly [request: PageRequest | 'read-again', label: string])[];
}

const OPEN_LOG = ['open-log', 'Open the log'] as const;
const AGAIN = ['read-again', 'Read again'] as const;

/** What stands where there is nothing to summarise: why, and what to do. Undefined if there is. */
export function emptyWords(phase: Phase, picture: Picture | null): EmptyWords | undefined {
  if (phase.kind === 'failed') {
    const words = failed(phase);
    const before = ' The figures below are those of an earlier reading.';
    return hasFigures(picture) ? { ...words, text: words.text + before } : words;
  }
  if (!picture || picture.partial) return undefined;
  const { lines, records, faults } = picture.summary.totals;
  if (records > 0) return undefined;
  if (picture.time) {
    return {
      title: 'No records in this time',
      text: 'Choose another stretch of time below, or show the whole time.',
      actions: [],
    };
  }
  if (lines === 0) {
    const [title, them] =
      picture.logs.length > 1 ? ['The logs are empty', 'them'] : ['The log is empty', 'it'];
    return {
      title,
      text: `There is no line in ${them} yet. The summary appears as soon as records are added.`,
      actions: [OPEN_LOG, AGAIN],
    };
  }
  return {
    title: 'No records',
    text:
      faults > 0
        ? `None of its lines reads as a flow log record. ${wayToProblems(picture)}`
        : 'None of its lines is a flow log record: there are only headers, comments or blank lines.',
    actions: [OPEN_LOG, AGAIN],
  };
}

/** Whether there is anything below these words. */
function hasFigures(picture: Picture | null): boolean {
  return picture !== null && picture.summary.totals.records > 0;
}

/** Problems are told of open flow logs alone. */
function wayToProblems({ of }: Picture): string {
  return of === 'document'
    ? 'The Problems panel says of each what is wrong with it.'
    : 'If it should be a flow log, open it and run Flow Logs: Treat This Document as a Flow Log; then the Problems panel says of each line what is wrong with it.';
}

function failed({ why, text }: Extract<Phase, { kind: 'failed' }>): EmptyWords {
  if (why === 'server-off') {
    return {
      title: 'Flow Logs does not run',
      text: 'The part of Flow Logs that reads the records has stopped.',
      actions: [
        ['restart-server', 'Restart it'],
        ['show-output', 'Show output'],
      ],
    };
  }
  if (why === 'closed') {
    return {
      title: 'The log is closed',
      text: 'What was not saved is gone with its editor. If it was saved as a file, show the summary of that file.',
      actions: [],
    };
  }
  return {
    title: 'The log could not be read',
    text: text === '' ? 'Reading it failed. The output says more.' : text,
    actions: [AGAIN, OPEN_LOG, ['show-output', 'Show output']],
  };
}

export function emptyView(
  { title, text, actions }: EmptyWords,
  request: (request: PageRequest | 'read-again') => void,
): HTMLElement {
  return element(
    'section',
    { class: 'empty', 'aria-labelledby': 'empty' },
    element('h2', { id: 'empty' }, title),
    element('p', {}, text),
    element(
      'p',
      { class: 'actions' },
      ...actions.map(([name, label]) => {
        const attributes = { type: 'button', class: 'action', 'data-focus': `empty ${name}` };
        const button = element('button', attributes, label);
        button.addEventListener('click', () => request(name));
        return button;
      }),
    ),
  );
}
