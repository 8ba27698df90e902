'use mixmod';
// Error.prototype, as far as it is no field.

/** ECMA-262 20.5.3.4. */
export function textOf(error: Error): string {
  const { name, message } = error;
  if (name === '') return message;
  return message === '' ? name : name + ': ' + message;
}
