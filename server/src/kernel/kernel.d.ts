declare module '*/kernel.wasm' {
  /** The compiled kernel, bundled as bytes. */
  const bytes: Uint8Array;
  export default bytes;
}
