declare module '*/scripts/vsix.mjs' {
  /** Packages what the build left in dist/; gives the path. */
  export function createVsix(): Promise<string>;
}
