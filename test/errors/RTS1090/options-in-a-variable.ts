'use mixmod';
export function f(inner: boolean): void {
  const cause = new RangeError('inner');
  const options = { cause };
  // error RTS1090: the options of an error must be written as `{ cause: error }`
  if (inner) throw new Error('outer', options);
  // error RTS1090: the options of an error must be written as `{ cause: error }`
  throw new Error('outer', { ...options });
}
