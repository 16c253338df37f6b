/** A number, digits grouped: `12,000`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** A number with its noun: `1 conversation`, `12,000 conversations`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : plural}`;
}
