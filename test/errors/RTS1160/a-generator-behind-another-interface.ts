'use mixmod';
interface Steps {
  next(): IteratorResult<number>;
}
// error RTS1160: a generator gives a Generator, not Steps
function* steps(): Steps {
  yield 1;
}
export function f(): boolean {
  return steps().next().done ?? false;
}
