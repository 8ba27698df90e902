'use mixmod';
// What JavaScript can walk over, as an `Iterable` of the program: `check` makes one for each parameter of that type
// (`compiler/check/boundary/iterable-parameter.ts`).

/** The next items, none at the end; with `ends` the walk is over before that. */
type Step<T> = (ends: boolean) => T[];

export class ForeignIterable<T> {
  readonly #open: () => Step<T>;

  constructor(open: () => Step<T>) {
    this.#open = open;
  }

  *[Symbol.iterator](): Generator<T> {
    const step = this.#open();
    let isOver = false;
    try {
      for (;;) {
        const items = nextItems(step);
        if (items.length === 0) {
          isOver = true;
          return;
        }
        for (const item of items) yield item;
      }
    } finally {
      if (!isOver) step(true);
    }
  }
}

/** Where an item is wrong, the walk is over; what comes of telling JavaScript does not matter then (ECMA-262 7.4.11). */
function nextItems<T>(step: Step<T>): T[] {
  try {
    return step(false);
  } catch (error) {
    try {
      step(true);
    } catch {
      // The first error counts.
    }
    throw error;
  }
}

export function iterableOf<T>(open: () => Step<T>): ForeignIterable<T> {
  return new ForeignIterable<T>(open);
}
