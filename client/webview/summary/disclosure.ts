import { element } from '../common/element';

/** Which of the parts that can be opened are, kept while the page is drawn anew. */
export class Opened {
  private readonly ids: Set<string>;

  constructor(
    ids: readonly string[],
    private readonly changed: () => void,
  ) {
    this.ids = new Set(ids);
  }

  list(): readonly string[] {
    return [...this.ids];
  }

  /** A part that shows its content when asked to. */
  part(id: string, title: string, content: () => HTMLElement): HTMLElement {
    const summary = element('summary', { 'data-focus': `open ${id}` }, title);
    const details = element('details', { open: this.ids.has(id) }, summary);
    if (details.open) details.append(content());
    details.addEventListener('toggle', () => {
      if (details.open === this.ids.has(id)) return;
      if (details.open) this.ids.add(id);
      else this.ids.delete(id);
      if (details.open && details.childElementCount === 1) details.append(content());
      this.changed();
    });
    return details;
  }
}
