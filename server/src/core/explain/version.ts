import { VERSION_SHAPE } from '../record/readValue';
import { cloudOf, type Cloud } from './cloud';
import type { Explanation } from './explanation';
import { shortened } from './quoted';
import type { Subject } from './subject';

/** Versions with what is known of each; no document lists the legal ones. */
const DOCUMENTED: Readonly<Record<string, string>> = {
  '2': 'In the documents’ samples of the positional form; AWS’s default format has it as well.',
  V1: 'In the documents’ samples of the positional form.',
  '0001_0001': 'In the documents’ samples of the key:value form, the one written today.',
};

/** The version of the format, by what the vendors' samples show. */
export function explainVersion({ record, value }: Subject): Explanation {
  const { text } = value;
  const headline = `Flow log version ${shortened(text)}`;
  const known = knownVersion(cloudOf(record), text);
  if (known) return { headline, details: [known] };
  if (VERSION_SHAPE.test(text)) {
    return { headline, details: ['Tencent Cloud’s documents show 2, V1 and 0001_0001.'] };
  }
  return {
    headline: `${headline}: unlike any documented one`,
    details: ['The documents show 2, V1 and 0001_0001, and list no legal set.'],
  };
}

function knownVersion(cloud: Cloud, text: string): string | undefined {
  switch (cloud) {
    case 'aws':
      if (!/^(?:[2-9]|1\d)$/.test(text)) return undefined;
      return 'AWS: the version of the newest field in the record.';
    case 'huawei':
    case 'alibaba':
      return text === '1' ? 'The version in this cloud’s own documents.' : undefined;
    default:
      return Object.hasOwn(DOCUMENTED, text) ? DOCUMENTED[text] : undefined;
  }
}
