/** The colours of the chart, which a canvas cannot take from the theme by itself. */
export interface ChartColors {
  readonly text: string;
  readonly grid: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly other: string;
  readonly gap: string;
}

export function chartColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  if (matchMedia('(forced-colors: active)').matches) {
    return {
      text: 'CanvasText',
      grid: 'GrayText',
      accepted: 'CanvasText',
      rejected: 'Highlight',
      other: 'GrayText',
      gap: 'GrayText',
    };
  }
  return {
    text: read('--chart-text'),
    grid: read('--chart-grid'),
    accepted: read('--chart-accepted'),
    rejected: read('--chart-rejected'),
    other: read('--chart-other'),
    gap: read('--chart-gap'),
  };
}

/** Slanting lines of a colour, so that not colour alone tells what is rejected. */
export function hatched(context: CanvasRenderingContext2D, color: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const brush = tile.getContext('2d');
  if (!brush) return color;
  brush.strokeStyle = color;
  brush.lineWidth = 3.5;
  for (const offset of [-8, 0, 8]) {
    brush.moveTo(offset - 1, 9);
    brush.lineTo(offset + 9, -1);
  }
  brush.stroke();
  return context.createPattern(tile, 'repeat') ?? color;
}
