import { element } from '../common/element';
import { Opened } from './disclosure';
import { keepFocus } from './keepFocus';
import type {
  Choices,
  ContentMessage,
  FromPage,
  KeptState,
  Phase,
  Reveal,
  Sort,
  ToPage,
} from './messages';
import { bodyOf, type BodyActions } from './body';
import { emptyView, emptyWords } from './emptyView';
import { revealIn } from './places';
import { progressView } from './progressView';
import { reportHtml } from './report/report';
import type { MakeLines } from './series/lineChart';
import { seriesSection, type SeriesSection } from './series/seriesSection';
import type { TableModel } from './table/tableModel';
import type { MakeChart } from './timeline/timelineChart';
import { timelineSection, type TimelineSection } from './timeline/timelineSection';
import { toolbar } from './toolbar';
import { totalsView } from './totals';
import { noticesView } from './notices';
import { trailBar } from './trailBar';
import { tableView } from './table/tableView';

/** The page: what stays in place, and what is drawn anew with every picture. */
export class Page {
  readonly root: HTMLElement;
  private content: ContentMessage | undefined;
  private choices: Choices;
  private readonly sorts: Map<string, Sort>;
  private readonly opened: Opened;
  private readonly title = element('h1', {}, 'Summary');
  private readonly head = element('div', { class: 'head' });
  private readonly body = element('div', { class: 'body' });
  private readonly done = element('p', { class: 'done', role: 'status' });
  private readonly actions: BodyActions = {
    reveal: asked => this.reveal(asked),
    sort: (table, sort) => {
      this.sorts.set(table, sort);
      this.draw();
    },
    copy: (text, what) => this.post({ type: 'copy', text, what }),
    explain: () => this.request('explain'),
  };
  private readonly toolbar = toolbar({
    choose: part => this.choose(part),
    readAgain: () => this.post({ type: 'read-again' }),
    save: () => this.saveReport(),
  });
  private readonly progress = progressView({
    cancel: () => this.post({ type: 'cancel' }),
    readAgain: () => this.post({ type: 'read-again' }),
  });
  private readonly trail = trailBar(to => this.post({ type: 'step', to }));
  private readonly timeline: TimelineSection;
  private readonly series: SeriesSection;

  constructor(
    private readonly post: (message: FromPage) => void,
    private readonly keep: (state: KeptState) => void,
    private readonly kept: KeptState,
    charts: { readonly timeline: MakeChart; readonly lines: MakeLines },
  ) {
    this.choices = kept.choices;
    this.sorts = new Map(Object.entries(kept.sorts));
    this.opened = new Opened(kept.opened, () => this.save());
    this.timeline = timelineSection(charts.timeline, {
      narrow: time => this.choose({ time }),
      reveal: this.actions.reveal,
      table: model => this.opened.part('timeline', 'As a table', () => this.table(model)),
    });
    this.series = seriesSection(charts.lines, {
      brush: time => this.choose({ time }),
      ask: () => this.choose({ series: true }),
      table: model => this.table(model),
      folded: (id, model) => this.opened.part(id, 'Time by time', () => this.table(model())),
    });
    const { toolbar, progress, trail, timeline, series } = this;
    const header = element('header', {}, this.title, toolbar.root, this.done);
    this.root = element(
      'main',
      {},
      header,
      trail.root,
      progress.root,
      this.head,
      timeline.root,
      series.root,
      this.body,
    );
    timeline.root.hidden = true;
  }

  receive(message: ToPage): void {
    if (message.type === 'trail') this.trail.show(message.trail);
    else if (message.type === 'done') this.done.textContent = message.text;
    else if (message.type === 'phase') this.advance(message.phase);
    else {
      const isFirst = this.content === undefined;
      this.content = message;
      this.draw();
      if (isFirst && this.kept.uris.join() === message.uris.join())
        window.scrollTo(0, this.kept.scroll);
    }
  }

  /** Steps of the reading come often, and change nothing but its progress. */
  private advance(phase: Phase): void {
    if (!this.content) return;
    const isStep = phase.kind === this.content.phase.kind;
    this.content = { ...this.content, phase };
    if (isStep) this.progress.show(phase);
    else this.draw();
  }

  /** Leaves everything for the next time the page is shown. */
  save(): void {
    this.keep({
      uris: this.content?.uris ?? this.kept.uris,
      choices: this.choices,
      sorts: Object.fromEntries(this.sorts),
      opened: this.opened.list(),
      scroll: window.scrollY,
    });
  }

  private table(model: TableModel): HTMLElement {
    return tableView(model, this.sorts.get(model.id), this.actions);
  }

  private reveal(asked: Reveal): void {
    const logs = this.content?.picture?.logs;
    if (logs) this.post({ type: 'reveal', ...revealIn(logs, asked) });
  }

  private choose(part: Partial<Choices>): void {
    this.choices = { ...this.choices, ...part };
    this.post({ type: 'choose', choices: this.choices });
    this.draw();
  }

  private draw(): void {
    keepFocus(this.root, () => this.drawAll());
    this.save();
  }

  private drawAll(): void {
    if (!this.content) return;
    const { name, phase, picture } = this.content;
    this.title.textContent = `Summary of ${name}`;
    this.progress.show(phase);
    const words = emptyWords(phase, picture);
    const summary = picture && picture.summary.totals.records > 0 ? picture.summary : null;
    this.toolbar.show(this.choices, summary !== null);
    this.head.replaceChildren(
      ...(words ? [emptyView(words, request => this.request(request))] : []),
      ...(summary ? [totalsView(summary, this.actions.reveal), noticesView(picture!)] : []),
    );
    if (picture) {
      this.timeline.show(picture.summary, this.choices.by, this.choices.time);
      this.series.show(picture, this.choices.by);
    }
    this.body.replaceChildren(
      ...(summary ? bodyOf(picture!, this.choices, this.sorts, this.opened, this.actions) : []),
    );
  }

  private request(request: Parameters<Parameters<typeof emptyView>[1]>[0]): void {
    this.post(request === 'read-again' ? { type: 'read-again' } : { type: 'request', request });
  }

  private saveReport(): void {
    const { name, picture } = this.content ?? {};
    if (name && picture) {
      this.post({ type: 'save', html: reportHtml(name, picture, this.choices, this.sorts) });
    }
  }
}
