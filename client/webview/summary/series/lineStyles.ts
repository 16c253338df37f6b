/** Lines that one chart draws: more cannot be told apart. */
export const MOST_LINES = 8;

/** Colours of the lines, by their variables, and their dashes, as not colour alone tells them. */
export const LINE_COLORS: readonly string[] = [
  '--vscode-charts-blue',
  '--vscode-charts-yellow',
  '--vscode-charts-purple',
  '--vscode-charts-green',
];
export const DASHES: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [9, 3, 2, 3]];

/** The dash of a line by its place; lines of the same colour never have the same. */
export function dashOf(place: number): readonly number[] {
  return DASHES[(place + Math.floor(place / LINE_COLORS.length)) % DASHES.length]!;
}

export function colorOf(place: number): string {
  return LINE_COLORS[place % LINE_COLORS.length]!;
}
