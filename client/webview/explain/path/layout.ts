/** Where everything of a drawing stands, in the units of its view box. */
export interface Layout {
  readonly name: 'across' | 'down';
  readonly width: number;
  readonly height: number;
  readonly ends: readonly [Box, Box];
  readonly gates: readonly Box[];
  /** Where the first line of a gate's name stands. */
  readonly labels: readonly Label[];
  /** From end to end by way of the middle of each gate, in the direction of travel. */
  readonly request: readonly Point[];
  readonly reply: readonly Point[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Label extends Point {
  readonly anchor: 'middle' | 'start';
}

const END = { width: 156, height: 124 };

/** The initiator at the left, the responder at the right, the request above the reply. */
export function layoutAcross(gates: number): Layout {
  const width = 640;
  const height = 176;
  const top = 26;
  const gateWidth = gates === 1 ? 150 : 100;
  const gap = (width - 2 * END.width - gates * gateWidth) / (gates + 1);
  const boxes = Array.from({ length: gates }, (_, i) => ({
    x: END.width + gap + i * (gateWidth + gap),
    y: 8,
    width: gateWidth,
    height: height - 16,
  }));
  const along = (y: number): Point[] => [
    { x: END.width + 4, y },
    ...boxes.map(box => ({ x: box.x + box.width / 2, y })),
    { x: width - END.width - 4, y },
  ];
  return {
    name: 'across',
    width,
    height,
    ends: [
      { x: 1, y: top, ...END },
      { x: width - END.width - 1, y: top, ...END },
    ],
    gates: boxes,
    labels: boxes.map(box => ({ x: box.x + box.width / 2, y: box.y + 22, anchor: 'middle' })),
    request: along(78),
    reply: along(128).reverse(),
  };
}

/** The same from top to bottom, for a narrow view. */
export function layoutDown(gates: number): Layout {
  const width = 300;
  const end = { width: width - 2, height: 98 };
  const gateHeight = 62;
  const gap = 36;
  const first = end.height + gap;
  const boxes = Array.from({ length: gates }, (_, i) => ({
    x: 10,
    y: first + i * (gateHeight + gap),
    width: width - 20,
    height: gateHeight,
  }));
  const bottom = first + gates * (gateHeight + gap);
  const along = (x: number): Point[] => [
    { x, y: end.height + 4 },
    ...boxes.map(box => ({ x, y: box.y + gateHeight / 2 })),
    { x, y: bottom - 4 },
  ];
  return {
    name: 'down',
    width,
    height: bottom + end.height + 2,
    ends: [
      { x: 1, y: 1, ...end },
      { x: 1, y: bottom, ...end },
    ],
    gates: boxes,
    labels: boxes.map(box => ({ x: box.x + 16, y: box.y + gateHeight / 2 - 4, anchor: 'start' })),
    request: along(190),
    reply: along(246).reverse(),
  };
}
