// Names of the language, where they stand for themselves and where they have to be quoted.

/** ECMA-262 12.7, reserved words too. */
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name);

/** `.name` or `["name"]`. */
export const memberOf = (name: string): string =>
  isIdentifier(name) ? `.${name}` : `[${JSON.stringify(name)}]`;

/** `name` or `"name"`. */
export const quotedName = (name: string): string =>
  isIdentifier(name) ? name : JSON.stringify(name);
