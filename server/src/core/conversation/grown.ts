type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** A longer copy of a column; the new places hold 0. */
export function grown<T extends Column>(column: T, length: number): T {
  const copy = new (column.constructor as new (length: number) => T)(length);
  copy.set(column);
  return copy;
}

/** Doubles every column of an object that holds columns side by side. */
export function growAll(columns: object): void {
  const holder = columns as Record<string, unknown>;
  for (const [name, column] of Object.entries(holder)) {
    if (ArrayBuffer.isView(column))
      holder[name] = grown(column as Column, (column as Column).length * 2);
  }
}

/** Mixes one more number into a hash; both 32 bits. */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
