import { MessageChannel } from 'node:worker_threads';

/** What is sent through a port that is closed is dropped there and then. */
const nowhere = new MessageChannel().port1;
nowhere.close();

/**
 * Frees buffers that nobody reads any more, by sending them where nobody receives. The engine would
 * keep them until it happens to collect garbage, which it has no reason to do for so few objects;
 * and a port that is yet to close, until the thread has nothing else to do.
 */
export function freeBuffers(buffers: readonly ArrayBuffer[]): void {
  // One that was freed before is empty, and cannot be sent.
  const left = buffers.filter(({ byteLength }) => byteLength > 0);
  nowhere.postMessage(undefined, left);
}
