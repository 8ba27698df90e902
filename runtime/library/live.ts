'use mixmod';
// Walks of live values of JavaScript by the protocol of iterators (ECMA-262 7.4).
import type { JSValue } from 'mixmod';

/** The iterator and its `next`. */
declare function openIterator(value: JSValue): JSValue;
/** null at the end. */
declare function nextItem<T>(walk: JSValue): { readonly item: T } | null;
declare function closeIterator(walk: JSValue): void;

/** An iterator that has thrown, or has come to its end, is not closed. */
export function* iterate<T>(value: JSValue): Generator<T> {
  const walk = openIterator(value);
  let isOpen = false;
  try {
    for (;;) {
      isOpen = false;
      const next = nextItem<T>(walk);
      if (next === null) return;
      isOpen = true;
      yield next.item;
    }
  } finally {
    if (isOpen) closeIterator(walk);
  }
}
