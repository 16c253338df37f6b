/**
 * Asks again until the check no longer throws, and gives what it returned; after `timeout` its last
 * error. What a person does in the page reaches the extension host a moment later.
 */
export async function eventually<T>(check: () => T | Promise<T>, timeout = 10_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
