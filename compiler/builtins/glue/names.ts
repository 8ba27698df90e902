// Names and values as JavaScript writes them.

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** `.name`, or in brackets what is no name: also what messages say of a path. */
export const memberOf = (name: string): string =>
  IDENTIFIER.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;

/** As the key of an object literal, whatever the name: `__proto__` only in brackets is a property like others. */
export const keyOf = (name: string): string =>
  name === '__proto__' ? '["__proto__"]' : JSON.stringify(name);

export const valueText = (value: string | number | boolean): string =>
  Object.is(value, -0) ? '-0' : typeof value === 'string' ? JSON.stringify(value) : String(value);
