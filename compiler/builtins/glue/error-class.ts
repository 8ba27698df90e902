// Exported classes of errors → classes of JavaScript whose objects are errors that the engine has made: with a stack, and whatever hosts
// look for in errors. So a constructor gives an object that it has not been given, and a mark on it, which nothing else can have, stands
// for the private field of other classes. `name`, `message`, `cause` and `stack` are the object's own properties; it has them of an error
// that the program throws for that purpose.
import { HOST_EXPORTS, type CrossingClass } from '../../program/crossing.ts';

/** What a constructor ends with; `call`: of what makes the program's object. */
export const errorConstructor = (
  { position, error }: CrossingClass,
  before: readonly string[],
  call: string,
): readonly string[] => [
  'let top;',
  'if (adopted === 0) {',
  ...before,
  `adopted = ${call};`,
  `top = class${position};`,
  '}',
  'const place = adopted;',
  'adopted = 0;',
  ...(error?.takesOptions
    ? [
        `const made = newError(place, ${position}, new.target, top);`,
        "if (top !== undefined && typeof options === 'object' && options !== null && 'cause' in options) setCause(made, options.cause);",
        'return made;',
      ]
    : [`return newError(place, ${position}, new.target, top);`]),
];

/** Of all classes by their positions: what an error of the class is of ECMAScript's own, its base, and fields that it does not have itself. */
export const errorKinds = (classes: readonly CrossingClass[]): string =>
  `const errorKinds = [${classes
    .map(({ error, base }) =>
      error
        ? `{ Builtin: ${error.builtin}, base: ${base?.position ?? -1}, fields: new Set(${JSON.stringify(error.fields)}) }`
        : 'null',
    )
    .join(', ')}];`;

const native = (name: keyof typeof HOST_EXPORTS): string =>
  `native[${JSON.stringify(HOST_EXPORTS[name])}]`;

/** Of modules that know errors of the other side. */
export const RAISED_RUNTIME = `
const raiseError = ${native('raise')};
// The program throws it, and nothing is said of it.
const thrownAt = (place) => {
  words[1] = 0.5;
  try {
    raiseError(place);
  } catch (error) {
    return error;
  } finally {
    words[1] = 0;
  }
};
`.trim();

export const ERRORS_RUNTIME = `
const causeOf = ${native('cause')};
class ErrorMark extends (function (made) { return made; }) {
  #place; #position;
  constructor(made, place, position) {
    super(made);
    this.#place = place;
    this.#position = position;
  }
  // 0: it is no such error.
  static placeOf(value) {
    return typeof value === 'object' && value !== null && #place in value ? value.#place : 0;
  }
  static placeIn(value, position) {
    if (ErrorMark.placeOf(value) === 0) return 0;
    let at = value.#position;
    while (at >= 0 && at !== position) at = errorKinds[at].base;
    return at === position ? value.#place : 0;
  }
}
const placeOfError = ErrorMark.placeOf;
// From below the function \`top\`, or that of \`thrown\`.
const setStack = (error, thrown, top) => {
  if (top !== undefined) return Error.captureStackTrace?.(error, top);
  const settle = (value) => Object.defineProperty(error, 'stack', { value, writable: true, enumerable: false, configurable: true });
  Object.defineProperty(error, 'stack', {
    get: () => {
      settle(thrown.stack);
      return thrown.stack;
    },
    set: settle,
    enumerable: false,
    configurable: true,
  });
};
const setCause = (error, value) =>
  Object.defineProperty(error, 'cause', { value, writable: true, enumerable: false, configurable: true });
const errorFrom = (thrown, place, position, target, top) => {
  const { Builtin, fields } = errorKinds[position];
  const error = Reflect.construct(Builtin, [thrown.message], target);
  for (const key of Reflect.ownKeys(thrown))
    if (key !== 'stack' && key !== 'message' && !fields.has(key))
      Object.defineProperty(error, key, Object.getOwnPropertyDescriptor(thrown, key));
  const cause = causeOf(place);
  if (cause !== 0) setCause(error, takeError(cause));
  setStack(error, thrown, top);
  new ErrorMark(error, place, position);
  keepObject(place, error);
  return error;
};
const newError = (place, position, target, top) => errorFrom(thrownAt(place), place, position, target, top);
// By a code (\`errorCode\` in \`check\`); \`thrown\`: what the engine has been told of it.
const errorAt = (code, thrown) => {
  const place = Math.floor(code / classes.length), position = code % classes.length;
  if (thrown === undefined) return objectAt(place, position);
  const object = kept(place);
  if (object) return object;
  if (object === null) objects--;
  return errorFrom(thrown, place, position, classes[position]);
};
`.trim();
