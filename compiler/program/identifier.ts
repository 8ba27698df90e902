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

/** ECMA-262 12.7.2: what no binding of a module may be called. */
const RESERVED = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static super switch this throw true try typeof var void while with yield'
  ).split(' '),
);

/** Whether a binding of a module may have the name. */
export const isBindable = (name: string): boolean => isIdentifier(name) && !RESERVED.has(name);
