'use mixmod';
export function either(promise: Promise<number>): Promise<number> {
  // error RTS2005: Promise<string> is not Promise<number>
  return promise.then((value) => `${value}`);
}
// error RTS2005: number is not a function
export function notCalled(promise: Promise<number>): void { promise.then(1); }
// error RTS2005: Promise<number> is not Promise<T>[]
export function list(promise: Promise<number>): Promise<number[]> { return Promise.all(promise); }
export function recovered(promise: Promise<number>): Promise<number> { return promise.catch(() => -1); }
