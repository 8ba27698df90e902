// `using` of objects: disposed at the end of the block, the last first, wherever it is left.
'use mixmod';

let log = '';
class Lock implements Disposable {
  constructor(readonly name: string) {
    log += `+${name}`;
  }
  [Symbol.dispose](): void {
    log += `-${this.name}`;
  }
}
function open(name: string): Lock | null {
  return name === '' ? null : new Lock(name);
}
function run(action: () => string): string {
  log = '';
  let result = '';
  try {
    result = action();
  } catch (error) {
    result = (error as Error).message;
  }
  return `${result} ${log}`;
}

export function order(): string {
  return run(() => {
    using a = new Lock('a');
    using b = new Lock('b');
    log += '.';
    return a.name + b.name;
  });
}
export function thrown(): string {
  return run(() => {
    using a = new Lock('a');
    {
      using b = new Lock('b');
      if (a.name === 'a') throw new Error(b.name);
    }
    return '';
  });
}
export function loops(): string {
  return run(() => {
    for (let i = 0; i < 4; i++) {
      using lock = new Lock(`${i}`);
      if (i === 1) continue;
      if (i === 2) break;
      log += lock.name;
    }
    return '';
  });
}
export function absent(): string {
  return run(() => {
    using a = open('');
    using b = open('b');
    return `${a === null}${b?.name}`;
  });
}
function* held(): Generator<string> {
  using lock = new Lock('g');
  yield lock.name;
  yield 'more';
}
export function inGenerator(): string {
  return run(() => {
    for (const name of held()) return name;
    return '';
  });
}
export function literal(): string {
  return run(() => {
    let n = 1;
    using counter = { [Symbol.dispose]() { log += `n=${n}`; } };
    n += counter ? 1 : 5;
    return '';
  });
}
export function each(): string {
  return run(() => {
    for (using lock of [new Lock('x'), new Lock('y')]) if (lock.name === 'x') break;
    return '';
  });
}
export function failing(): string {
  return run(() => {
    using a = new Lock('a');
    using b = { [Symbol.dispose](): void { throw new Error('dispose'); } };
    return b ? a.name : '';
  });
}
// order() → 'ab +a+b.-b-a'
// thrown() → 'b +a+b-b-a'
// loops() → ' +00-0+1-1+2-2'
// absent() → 'trueb +b-b'
// inGenerator() → 'g +g-g'
// literal() → ' n=2'
// each() → ' +x+y-x'
// failing() → 'dispose +a-a'
