import type { Story } from '../../../server/src/core/reachability/story';
import { EPOCH, findingsOf } from './logs';

/** Beginnings of records as each cloud writes them: version, account and interface. */
export const IDS = {
  tencent: '2 1251762227 eni-lq6mkcis',
  aws: '2 123456789010 eni-1235b8ca123456789',
  huawei: '1 5f67944957444bd6bb4fe3b367de8f3d 1d515d18-1b36-47dc-a983-bd6512aed4bd',
  alibaba: '1 1234567890123456 eni-8vbf2jxul0123456789a',
} as const;
export type CloudIds = keyof typeof IDS;

/** A record from second `start` on, three seconds long; `flow` are addresses, ports, protocol. */
export function record(ids: string, start: number, flow: string, action: string): string {
  return `${ids} ${flow} 1 60 ${EPOCH + start} ${EPOCH + start + 3} ${action} OK`;
}

/** What makes 10.0.0.4 the interface's own, and reaches back a window and more. */
export function before(ids: string): string[] {
  return [-200, -150, -100, -50].map((start, peer) =>
    record(ids, start, `198.51.${peer}.7 10.0.0.4 4000${peer} 443 6`, 'ACCEPT'),
  );
}

/** The stories of whole records that concern an address. */
export function storiesAbout(address: string, lines: readonly string[]): Story[] {
  return [...findingsOf(lines.join('\n')).stories()].filter(({ summary }) =>
    summary.includes(address),
  );
}
