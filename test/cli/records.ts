/** A faultless record; each number gives another one. */
export function record(number = 0): string {
  const start = 1_750_000_000 + number;
  return `2 1300000001 eni-3c7mw1qd 203.0.113.17 10.20.1.11 40000 443 6 10 1200 ${start} ${start + 60} ACCEPT OK`;
}

/** A record with a source port that no packet can have. */
export function faulty(number = 0): string {
  return record(number).replace(' 40000 ', ' 70000 ');
}

/** Where the source port stands in {@link faulty}, counted from 1. */
export const faultColumn = faulty().indexOf('70000') + 1;
