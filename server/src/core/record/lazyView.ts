import type { RecordView } from './recordView';

/** A record that is taken apart when somebody asks for more than is known of it. */
export class LazyView implements RecordView {
  private known: RecordView | undefined;

  constructor(private readonly read: () => RecordView) {}

  get text() {
    return this.view().text;
  }

  get layout() {
    return this.view().layout;
  }

  get observation() {
    return this.view().observation;
  }

  get values() {
    return this.view().values;
  }

  get strays() {
    return this.view().strays;
  }

  get missing() {
    return this.view().missing;
  }

  value(name: string) {
    return this.view().value(name);
  }

  private view(): RecordView {
    return (this.known ??= this.read());
  }
}
