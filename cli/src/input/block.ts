/** Some whole lines of an input, with their line ends. */
export interface Block {
  readonly bytes: Uint8Array;
  /** Nothing follows; its last line may have no line end, or be empty. */
  readonly last: boolean;
}
