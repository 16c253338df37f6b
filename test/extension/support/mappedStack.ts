import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The stack with the places in a bundle replaced by those in its sources. */
export function mappedStack(stack: string): string {
  return stack.replace(
    /([^\s()]+\.js):(\d+):(\d+)/g,
    (place, file: string, line: string, column: string) => {
      const origin = findSourceMap(file)?.findOrigin(Number(line), Number(column));
      if (!origin || !('fileName' in origin)) return place;
      return `${fileURLToPath(origin.fileName)}:${origin.lineNumber}`;
    },
  );
}
