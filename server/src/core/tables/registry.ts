/** What a registry says of a number. */
export type RegistryState = 'assigned' | 'deprecated' | 'experimental' | 'reserved' | 'unassigned';

/** Where a table comes from and how old it is. */
export interface RegistrySource {
  readonly registry: string;
  readonly page: string;
  readonly updated: string;
}
