// The JavaScript that teaches a module, when it is loaded, how V8 lays typed arrays out, and tries whether what it has learnt is right.
// `learn` and `look` are those of `runtime/prelude/fast-views.ll`.
import { TYPED_ARRAYS } from '../../program/types.ts';

/** `process.versions.modules` since when V8's objects of this kind have one more word. */
const LONGER = 137;

/**
 * `hasViews`: arrays of all kinds are read as Node-API reads them, and what must be refused is. Kinds are in the order of Node-API. Nothing
 * is detached here: as soon as any buffer has been, V8 makes every access to typed arrays slower, in all of the program.
 */
export const LEARN_VIEWS = `
const kinds = [${[...TYPED_ARRAYS.keys()].join(', ')}];
const learnt = () => {
  kinds.forEach((Kind, kind) => learn(new Kind(8), kind, version < ${LONGER} ? 0 : 8));
  const others = [
    new Uint8Array(new SharedArrayBuffer(80)), new Uint8Array(new ArrayBuffer(8, { maxByteLength: 80 })),
    Object.create(Uint8Array.prototype), new Proxy(new Uint8Array(8), {}), new DataView(new ArrayBuffer(80)), new ArrayBuffer(80),
    [1], {}, () => 1, 'text', 1, 0.5, 1n, null, undefined, true, Symbol.iterator,
  ];
  const right = others.every((other) => look(other, 1) === 0) && kinds.every((Kind, kind) => {
    const views = [new Kind(100), new Kind(new ArrayBuffer(80), 16, 5)];
    return views.every((view) => look(view, kind) === 1) && look(new kinds[(kind + 1) % kinds.length](100), kind) === 0;
  });
  if (!right) kinds.forEach((_, kind) => learn(0, kind, 0));
  return right;
};
const hasViews = learnt();
`.trim();
