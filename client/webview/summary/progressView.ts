import { element } from '../common/element';
import { counted, percent, short } from './format/amounts';
import type { Phase, Reached } from './messages';

export interface ProgressActions {
  readonly cancel: () => void;
  readonly readAgain: () => void;
}

export interface ProgressView {
  readonly root: HTMLElement;
  show(phase: Phase): void;
}

/** How far the reading is, with the way to end it, and the way on where it was ended. */
export function progressView(actions: ProgressActions): ProgressView {
  const said = element('span', { class: 'said' });
  const bar = element('progress', { max: 1, 'aria-label': 'Read so far' });
  const cancel = element('button', { type: 'button', class: 'second' }, 'Cancel');
  const goOn = element('button', { type: 'button', class: 'action' }, 'Read it all');
  cancel.addEventListener('click', actions.cancel);
  goOn.addEventListener('click', actions.readAgain);
  const status = element('div', { role: 'status', class: 'live' });
  const root = element('div', { class: 'progress' }, bar, said, cancel, goOn, status);
  let before: Phase['kind'] = 'starting';
  const view: ProgressView = {
    root,
    show(phase) {
      const reads = phase.kind === 'reading' || phase.kind === 'starting';
      root.hidden = !reads && phase.kind !== 'stopped';
      bar.hidden = cancel.hidden = !reads;
      goOn.hidden = reads;
      said.textContent = progressText(phase);
      const reached = 'reached' in phase ? phase.reached : null;
      if (reached && reached.of > 0) bar.value = Math.min(1, reached.bytes / reached.of);
      else bar.removeAttribute('value');
      // Read out when it begins and ends, not with every step.
      if (phase.kind !== before) status.textContent = SPOKEN[phase.kind];
      before = phase.kind;
    },
  };
  // The page may be seen before anything is heard of the reading.
  view.show({ kind: 'starting' });
  return view;
}

const SPOKEN: Readonly<Record<Phase['kind'], string>> = {
  starting: 'Flow Logs is starting.',
  reading: 'The log is being read.',
  done: 'The summary is complete.',
  stopped: 'Reading was cancelled.',
  failed: 'There is no summary.',
};

export function progressText(phase: Phase): string {
  switch (phase.kind) {
    case 'starting':
      return 'Flow Logs is starting\u2026';
    case 'reading':
      return phase.reached ? `Read ${reachedText(phase.reached)}` : 'Reading the log\u2026';
    case 'stopped':
      return phase.reached
        ? `Cancelled after ${reachedText(phase.reached)}.`
        : 'Cancelled before the end.';
    case 'done':
    case 'failed':
      return '';
  }
}

function reachedText({ bytes, of, records }: Reached): string {
  const share = of > 0 ? ` (${percent(Math.min(1, bytes / of))})` : '';
  return `${short(bytes, 'B')} of ${short(of, 'B')}${share}, ${counted(records, 'record')}`;
}
