// What the host lends to the kernel.

/** What the name `[at, at + length)` is an ordinary value of, as bits; asked once a name. */
// @ts-ignore: decorator
@external('host', 'shapesOf')
export declare function shapesOf(at: usize, length: u32): u32;

/** Numbers of names fit 16 bits. */
export const MOST_NAMES: u32 = 65535;
