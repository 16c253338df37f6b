// Where a value goes; the numbers are those of the host's plan.ts, which a test compares.

export const VERSION: u32 = 0;
export const ACCOUNT: u32 = 1;
export const INTERFACE: u32 = 2;
export const SOURCE: u32 = 3;
export const DESTINATION: u32 = 4;
export const SRC_PORT: u32 = 5;
export const DST_PORT: u32 = 6;
export const PROTOCOL: u32 = 7;
export const PACKETS: u32 = 8;
export const BYTES: u32 = 9;
export const START: u32 = 10;
export const END: u32 = 11;
export const ACTION: u32 = 12;
export const STATUS: u32 = 13;
export const CCN: u32 = 14;
export const REGION: u32 = 15;
export const SRC_REGION: u32 = 16;
export const DST_REGION: u32 = 17;
export const TCP_FLAGS: u32 = 18;
export const OTHER_ADDRESS: u32 = 19;
export const TEXT: u32 = 20;
export const DIRECTION: u32 = 21;

export const SHAPE_INTERFACE: u32 = 1;
export const SHAPE_ACCOUNT: u32 = 2;
export const SHAPE_CCN: u32 = 4;
export const SHAPE_REGION: u32 = 8;
