/** A question has no answer for a reason that the message tells the reader; nobody made a mistake. */
export class Unanswerable extends Error {}
