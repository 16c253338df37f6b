// Bits of the flags column; the numbers are those of the host's columns.ts.

export const SOURCE: u32 = 1;
export const DESTINATION: u32 = 2;
export const SOURCE_V6: u32 = 4;
export const DESTINATION_V6: u32 = 8;
export const SRC_PORT: u32 = 16;
export const DST_PORT: u32 = 32;
export const PROTOCOL: u32 = 64;
export const PACKETS: u32 = 128;
export const BYTES: u32 = 256;
export const START: u32 = 512;
export const END: u32 = 1024;
export const TCP_FLAGS: u32 = 2048;
export const CCN: u32 = 4096;
export const WRAPPED: u32 = 8192;
export const SUSPECT: u32 = 16384;
