import type { RecordView } from './recordView';

/** A record that is taken apart when somebody asks for more than is known of it. */
export function lazyView(read: () => RecordView): RecordView {
  let known: RecordView | undefined;
  const view = () => (known ??= read());
  return {
    get text() {
      return view().text;
    },
    get layout() {
      return view().layout;
    },
    get observation() {
      return view().observation;
    },
    get values() {
      return view().values;
    },
    get strays() {
      return view().strays;
    },
    get missing() {
      return view().missing;
    },
    value: name => view().value(name),
  };
}
