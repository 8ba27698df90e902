'use mixmod';
// What the scripts of offthread.test.ts call.
import { aborted, offthread, progress } from 'mixmod';

interface Item {
  name: string;
  values: number[];
}

/** Garbage, a text, objects, a view: something of everything crosses. */
export const work = offthread((items: Item[], data: Uint8Array, rounds: number): Item[] => {
  const made: Item[] = [];
  for (let i = 0; i < rounds; i++) {
    const copy = new Uint8Array(data.length);
    copy.set(data);
    made.push({ name: `${items.length} ${i}`, values: [copy.length, i] });
    if (i % 8 === 0) progress(i);
  }
  return made;
});
export const churn = offthread((count: number): number => {
  let text = '';
  for (let i = 0; i < count; i++) text = `${text.slice(-20)}${i}`;
  return text.length;
});
export const fails = offthread((what: string): number => {
  throw new RangeError(`no ${what}`);
});
/** Until it is aborted, or a limit of rounds that takes minutes. */
export const waits = offthread((): number => {
  let n = 0;
  while (!aborted() && n < 1e11) n++;
  return n;
});
/** Takes some time and sees no abort. */
export const spins = offthread((rounds: number): number => {
  let sum = 0;
  for (let i = 0; i < rounds; i++) sum += Math.sqrt(i);
  return sum;
});
