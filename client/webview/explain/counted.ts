/** A number with its noun, digits grouped: `1 conversation`, `12,000 conversations`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`;
}
