import type { ObservationKind } from '../record/recordView';

/** Names are told apart, and shown, by no more than this many UTF-16 units. */
const LONGEST = 100;

/** A layout's id names its columns. */
const LONGEST_FORM = 1000;

/** The id of a layout as summaries and filters hold it. */
export function shortForm(id: string): string {
  return shortName(id, LONGEST_FORM);
}

/** A name as summaries and filters hold it: a longer one is cut and told apart by a hash. */
export function shortName(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const tail = `… (${text.length} characters, ${(hash >>> 0).toString(16)})`;
  return `${text.slice(0, longest - tail.length)}${tail}`;
}

/** The kind of observation point that an interface's name tells. */
export function kindOfInterface(name: string): ObservationKind {
  const id = name.toLowerCase();
  if (id.startsWith('nat-') || id.startsWith('intranat-')) return 'nat';
  if (id.startsWith('dcg-')) return 'dcg';
  return id.startsWith('eni-') || /^[0-9a-f]{8}-/.test(id) ? 'eni' : 'unknown';
}
