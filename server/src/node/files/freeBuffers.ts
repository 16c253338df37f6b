import { MessageChannel } from 'node:worker_threads';

/**
 * Frees buffers that nobody reads any more, by sending them where nobody receives. The engine would
 * keep them until it happens to collect garbage, which it has no reason to do for so few objects.
 */
export function freeBuffers(buffers: ArrayBuffer[]): void {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(undefined, buffers);
  port1.close();
  port2.close();
}
