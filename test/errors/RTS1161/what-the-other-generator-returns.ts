'use mixmod';
function* inner(): Generator<number, number> {
  yield 1;
  return 2;
}
function* outer(): Generator<number> {
  const last = yield* inner(); // error RTS1161: the value of `yield*` is used
  yield last;
}
export function f(): number {
  let sum = 0;
  for (const n of outer()) sum += n;
  return sum;
}
