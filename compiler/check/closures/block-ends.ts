// What waits for the end of a block: bodies of local functions, which may use variables that are declared below them.
export class BlockEnds {
  readonly #blocks: (() => void)[][] = [];

  block<T>(check: () => T): T {
    const waiting: (() => void)[] = [];
    this.#blocks.push(waiting);
    try {
      const result = check();
      for (let action = waiting.shift(); action; action = waiting.shift()) action();
      return result;
    } finally {
      this.#blocks.pop();
    }
  }

  /** At once where no block is being checked. */
  later(action: () => void): void {
    const waiting = this.#blocks.at(-1);
    if (waiting) waiting.push(action);
    else action();
  }
}
