// The scan's hot path as WebAssembly. server/src/core/scan/kernel.ts is its host.

export { setLatest, setPlans } from './line';
export { base, placeColumns, placeInput, placeKeys, placeTables } from './memory';
export { intern, nameCount, placeNames } from './names';
export { begin, coldLineEnd, coldLineStart, nextLine, rowCount, run } from './scan';
export { keepV6, placeV6, v6Count } from './v6Table';
