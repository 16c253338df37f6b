import type { GroupTable } from '../group/groupTable';
import { markNames, renumberNames, sweepAddresses, type Books } from './books';

/** Something beside the tables that refers to names. */
export interface NameHolder {
  markNames(marked: Uint8Array): void;
  renumberNames(numbers: Int32Array): void;
}

/** The share of a book that may stay in use when room is made. */
const KEPT = 0.5;
/** Addresses that the entries of all tables together refer to, one entry a table. */
const REFERENCES = 10;

/** All that refers to what is in the books. */
export interface Users {
  /** Tables whose keys hold addresses, and those whose keys are names. */
  readonly addresses: readonly GroupTable[];
  readonly names: readonly GroupTable[];
  readonly holders: readonly NameHolder[];
}

/** Makes room in the books for one more batch, at the tables' cost if need be. */
export function makeRoom(books: Books, users: Users): void {
  if (books.needsAddresses) {
    sweepAddresses(books, users.addresses);
    const most = books.addresses.most * KEPT;
    if (books.addresses.size > most) {
      prune(users.addresses, most / REFERENCES);
      sweepAddresses(books, users.addresses);
    }
  }
  if (books.needsNames) {
    sweepNames(books, users);
    const most = books.names.most * KEPT;
    if (books.names.size > most) {
      prune(users.names, most / (users.names.length + 1));
      sweepNames(books, users);
    }
  }
}

function prune(tables: readonly GroupTable[], most: number): void {
  for (const table of tables) table.prune(Math.floor(most));
}

function sweepNames(books: Books, { names, holders }: Users): void {
  const marked = new Uint8Array(books.names.size);
  markNames(names, marked);
  for (const holder of holders) holder.markNames(marked);
  const numbers = books.keepNames(marked);
  renumberNames(names, numbers);
  for (const holder of holders) holder.renumberNames(numbers);
}
