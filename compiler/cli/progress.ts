// How far a build is, on a terminal: one line that is written over, and gone at the end. Builds that are done at once show nothing.

const BEGINS_MS = 500;
const EVERY_MS = 100;

export interface Progress {
  readonly onProgress: (done: number, all: number) => void;
  /** Before anything else is written. */
  clear(): void;
}

export function progressOn(stream: NodeJS.WriteStream): Progress {
  let begun = performance.now();
  let shown = 0;
  return {
    onProgress(done, all) {
      const now = performance.now();
      if (!stream.isTTY || now - begun < BEGINS_MS || now - shown < EVERY_MS) return;
      shown = now;
      stream.write(`\r\u001b[K${done} of ${all} modules`);
    },
    clear() {
      if (shown > 0) stream.write('\r\u001b[K');
      shown = 0;
      begun = performance.now();
    },
  };
}
