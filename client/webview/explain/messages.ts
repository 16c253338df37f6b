/** What the panel in VS Code and the page inside it say to each other. Plain data only. */
import type { StoriesProgress, StoryView } from '../../../server/src/core/requests';

/** Panel to page: everything there is to show. Sent again whenever it changes. */
export interface ContentMessage {
  readonly type: 'content';
  /** The log the page explains, as VS Code identifies it. */
  readonly uri: string;
  /** Its name, as people know it. */
  readonly name: string;
  readonly content: ExplainContent;
  /** The user asked for this record just now: its story is shown first. */
  readonly jump: boolean;
}

/** Panel to page: the text that was sent with `copy` is in the clipboard. */
export interface CopiedMessage {
  readonly type: 'copied';
}

/** Panel to page: how far the reading of a file is that is too large for a document. */
export interface ProgressMessage {
  readonly type: 'progress';
  readonly reached: Reached;
}

export type Reached = Pick<StoriesProgress, 'bytes' | 'of' | 'records'>;

/** Panel to page: the log was changed since, and what will be said of it takes a while. */
export interface OutdatedMessage {
  readonly type: 'outdated';
}

export type ToPage = ContentMessage | CopiedMessage | ProgressMessage | OutdatedMessage;

export type ExplainContent =
  | { readonly kind: 'waiting'; readonly why: Waiting }
  | { readonly kind: 'missing'; readonly why: Missing }
  | Stories;

export type Waiting = 'server-starting' | 'reading' | 'reading-file';

export type Missing = 'not-a-flow-log' | 'not-found' | 'server-off' | 'no-answer' | 'stopped';

export interface Stories {
  readonly kind: 'stories';
  /** Whether the text in the editor is explained, or a file that is too large for one. */
  readonly of: 'document' | 'file';
  /** The worst first. */
  readonly stories: readonly StoryView[];
  /** Stories that exist and are not in the list. */
  readonly leftOut: number;
  readonly notes: readonly string[];
  readonly record: RecordStory | null;
}

/** The record that was asked for, and its story if it has one. */
export interface RecordStory {
  /** From 0. */
  readonly line: number;
  readonly story: StoryView | null;
  /** Why it has none, or what its story was not told from. */
  readonly notes: readonly string[];
}

/** What the page can have the panel do beyond selecting a record and copying a text. */
export type PageRequest =
  'cancel' | 'try-again' | 'open-log' | 'treat-as-flow-log' | 'restart-server' | 'show-output';

/** Page to panel. */
export type FromPage =
  /** The page listens; what was sent before is lost. */
  | { readonly type: 'ready' }
  /** Select the record on this line, from 0. */
  | { readonly type: 'reveal'; readonly line: number }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'request'; readonly request: PageRequest };

/** What the page leaves with VS Code for the time it is hidden, and for the next start. */
export interface SavedPage {
  readonly uri: string;
  /** What the filter was set to, as the page wrote it. */
  readonly filter: unknown;
  /** The story that was shown. */
  readonly selected: string | null;
}
