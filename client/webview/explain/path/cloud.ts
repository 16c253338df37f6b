import type { Box } from './layout';

/** About how wide a bump of the outline is. */
const BUMP = 26;

/** The outline of a cloud that fills a box. */
export function cloudPath({ x, y, width, height }: Box): string {
  const [across, stepX] = bumps(width);
  const [down, stepY] = bumps(height);
  return [
    `M${x} ${y}`,
    ...arcs(across, stepX, 0),
    ...arcs(down, 0, stepY),
    ...arcs(across, -stepX, 0),
    ...arcs(down, 0, -stepY),
    'Z',
  ].join('');
}

function bumps(length: number): [count: number, step: number] {
  const count = Math.max(2, Math.round(length / BUMP));
  return [count, length / count];
}

function arcs(count: number, dx: number, dy: number): string[] {
  const radius = (Math.abs(dx + dy) * 0.6).toFixed(1);
  const arc = `a${radius} ${radius} 0 0 1 ${dx.toFixed(2)} ${dy.toFixed(2)}`;
  return Array.from({ length: count }, () => arc);
}
