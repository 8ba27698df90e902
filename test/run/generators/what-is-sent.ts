// What `next` sends: null is a value like others; what is thrown into a generator by its own body.
'use mixmod';

function* sums(): Generator<number, string, number | null> {
  let sum = 0;
  for (;;) {
    const given = yield sum;
    if (given === null) return `sum ${sum}`;
    sum += given;
  }
}
export function sent(): string {
  const g = sums();
  const out: string[] = [];
  let step = g.next();
  for (const given of [3, 4, null]) {
    out.push(`${step.value}`);
    step = g.next(given);
  }
  return `${out.join(' ')} ${step.value} ${step.done}`;
}

function* absorbing(): Generator<number, string, string | null> {
  const given = yield 1;
  return given === null ? 'null' : given;
}
export function texts(): string {
  const [g, h] = [absorbing(), absorbing()];
  g.next();
  h.next();
  return `${g.next(null).value} ${h.next('text').value}`;
}

function* inner(limit: number): Generator<number> {
  for (let i = 0; i < limit; i++) yield i;
}
function* outer(limit: number, name: string): Generator<string> {
  const own = inner(limit);
  yield `${own.next().value}`;
  try {
    own.throw(new RangeError(name));
  } catch (error) {
    yield `${(error as Error).message} ${limit}`;
  }
}
function* throwing(limit: number, name: string): Generator<string> {
  const other: Generator<string> = limit > 0 ? throwing(limit - 1, name) : outer(1, 'none');
  try {
    other.throw(new Error(`${name} ${limit}`));
  } catch (error) {
    yield (error as Error).message;
  }
}
export function thrown(): string {
  return `${[...outer(2, 'inner')].join()}; ${[...throwing(3, 'self')].join()}`;
}
// sent() → '0 3 7 sum 7 true'
// texts() → 'null text'
// thrown() → '0,inner 2; self 3'
