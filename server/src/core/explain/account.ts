import { mayBeTencent } from './cloud';
import type { Explanation } from './explanation';
import type { Subject } from './subject';

/** Whose account it is by the shape of the id, which is a likeness and no proof. */
const SHAPES: readonly { readonly shape: RegExp; readonly owner: string; readonly note: string }[] =
  [
    {
      shape: /^\d{9,11}$/,
      owner: 'Tencent Cloud APPID',
      note: 'The account that owns the flow log. The APPID is not the 12-digit account id (UIN).',
    },
    {
      shape: /^\d{12}$/,
      owner: 'an AWS account, by its 12 digits',
      note: 'Tencent Cloud flow logs carry the APPID, of about 10 digits.',
    },
    {
      shape: /^\d{16}$/,
      owner: 'an Alibaba Cloud account, by its 16 digits',
      note: 'Tencent Cloud flow logs carry the APPID, of about 10 digits.',
    },
    {
      shape: /^[0-9a-f]{32}$/,
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
  if (found) return { headline: `Account ${text} – ${found.owner}`, details: [found.note] };
  return {
    headline: `Account ${text}`,
    details: mayBeTencent(record) ? ['An APPID usually has about 10 digits.'] : [],
  };
}
