// Prelude: objects of the collected heap.

export const OBJECTS = {
  // The stack of an error begins where the program called `by`.
  from: `function $from(error, by) {
  Error.captureStackTrace(error, by);
  return error;
}`,
  receiver: 'let $receiver;',
  construct: `function $construct(constructor, object, ...args) {
  constructor(object, ...args);
  return object;
}`,
  identityHash: `const $hashes = new WeakMap();
let $hashed = 0;
function $identityHash(object) {
  const known = $hashes.get(object);
  if (known !== undefined) return known;
  $hashed = ($hashed + 1) % 2 ** 24;
  $hashes.set(object, $hashed);
  return $hashed;
}`,
  // What the glue has given: `$givesHost` stands among the functions that it finds.
  hostCall: `let $host;
function $hostCall() {
  $host();
}`,
  // `$links`: see `builtins/glue/live.ts`. When an object is dead is found out when the engine says so.
  hostHold: `const $holders = new FinalizationRegistry((place) => {
  $links[place] = $links[0];
  $links[0] = place;
});
function $hostHold(object, place) {
  $links[place] = -1;
  $holders.register(object, place);
}`,
  links: 'let $links;',
  hostCollect: `function $hostCollect(_all) {}`,
  textHash: `function $textHash(text) {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return hash;
}`,
  // The body of a generator is one of JavaScript's.
  resume: `const $bodies = new WeakMap();
function $resume(object, closing, begin) {
  let body = $bodies.get(object);
  if (!body) $bodies.set(object, (body = begin()));
  const { thrown } = object;
  if (!closing) return !body.next().done;
  if (!thrown) return !body.return().done;
  object.thrown = undefined;
  return !body.throw(thrown).done;
}`,
  assertPresent: `function $assertPresent(value, ofNull, ofUndefined) {
  if (value == null) throw $from(new TypeError(value === null ? ofNull : ofUndefined), $assertPresent);
  return value;
}`,
  assigned: `function $assigned(value, message) {
  if (value === null) throw $from(new TypeError(message), $assigned);
  return value;
}`,
  initialised: `function $initialised(value, message) {
  if (value === null) throw $from(new ReferenceError(message), $initialised);
  return value;
}`,
  constructError: `function $constructError(object, message, cause, by = $constructError) {
  const define = (name, value) =>
    Object.defineProperty(object, name, { value, writable: true, configurable: true });
  define('message', message);
  if (cause !== undefined) define('cause', cause);
  Error.captureStackTrace(object, by);
}`,
  checkedCast: `function $checkedCast(object, type, message) {
  if (!(object instanceof type)) throw $from(new TypeError(message), $checkedCast);
  return object;
}`,
  checkedMember: `function $checkedMember(value, isMember, message) {
  if (!isMember) throw $from(new TypeError(message), $checkedMember);
  return value;
}`,
} as const;
