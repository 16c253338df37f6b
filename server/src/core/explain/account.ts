import { cloudOf, mayBeTencent, type Cloud } from './cloud';
import type { Explanation } from './explanation';
import type { Subject } from './subject';

interface Shape {
  readonly shape: RegExp;
  /** The cloud that has accounts of that shape. */
  readonly cloud?: Cloud;
  readonly owner: string;
  readonly note: string;
}

/** Whose account it is by the shape of the id, which is a likeness and no proof. */
const SHAPES: readonly Shape[] = [
  {
    shape: /^\d{9,11}$/,
    cloud: 'tencent',
    owner: 'Tencent Cloud APPID',
    note: 'The account that owns the flow log. The APPID is not the 12-digit account id (UIN).',
  },
  {
    shape: /^\d{12}$/,
    cloud: 'aws',
    owner: 'an AWS account, by its 12 digits',
    note: 'Tencent Cloud flow logs carry the APPID, of about 10 digits.',
  },
  {
    shape: /^\d{16}$/,
    cloud: 'alibaba',
    owner: 'an Alibaba Cloud account, by its 16 digits',
    note: 'Tencent Cloud flow logs carry the APPID, of about 10 digits.',
  },
  {
    shape: /^[0-9a-f]{32}$/,
    cloud: 'huawei',
    owner: 'a project of Huawei Cloud or Open Telekom Cloud, by its shape',
    note: 'Their flow logs have the project id here.',
  },
  {
    shape: /^unknown$/,
    owner: 'not recorded',
    note: 'AWS writes this for interfaces that it made itself.',
  },
];

/** Whose flow log it is. */
export function explainAccount({ record, value }: Subject): Explanation {
  const { text } = value;
  const found = SHAPES.find(({ shape }) => shape.test(text));
  if (found?.cloud !== undefined && found.cloud !== cloudOf(record)) {
    const doubt = `Looks like: ${found.owner}. Other values of this record point to another cloud.`;
    return { headline: `Account ${text}`, details: [doubt, found.note] };
  }
  if (found) return { headline: `Account ${text} – ${found.owner}`, details: [found.note] };
  return {
    headline: `Account ${text}`,
    details: mayBeTencent(record) ? ['An APPID usually has about 10 digits.'] : [],
  };
}
