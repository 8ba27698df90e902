// Python's `a[i]`: `a.items[i]` of arrays and pointers. A Proxy, made for those who ask for it: why it is not the object itself, docs/decisions/ctypes.md says.
import { type CData, typeOf } from './cdata.ts';
import { show } from './errors.ts';

/** By index; assigned, too. */
export interface Items<Out = unknown> {
  [index: number]: Out;
}

/** Of an array. */
export interface ArrayItems<Out = unknown> extends Items<Out>, Iterable<Out> {
  readonly length: number;
}

interface Indexed extends CData {
  readonly length?: number;
  get(index: number): unknown;
  set(index: number, value: unknown): void;
  [Symbol.iterator]?(): Iterator<unknown>;
}

const known = new WeakMap<CData, object>();

/** The same each time. */
export function itemsOf(holder: Indexed): object {
  let made = known.get(holder);
  if (!made) known.set(holder, (made = new Proxy(NOTHING, handlerOf(holder))));
  return made;
}

const NOTHING = Object.freeze({});

/** Undefined where the name of a property is no number. */
function indexOf(key: string | symbol): number | undefined {
  if (typeof key !== 'string') return undefined;
  const index = Number(key);
  return String(index) === key ? index : undefined;
}

function handlerOf(holder: Indexed): ProxyHandler<object> {
  const refuse = (key: string | symbol): never => {
    const name = show(typeof key === 'symbol' ? key.description : key);
    throw new TypeError(`${typeOf(holder).name}: an index is an integer, got ${name}`);
  };
  return {
    get(_, key) {
      const index = indexOf(key);
      if (index !== undefined) return holder.get(index);
      if (key === 'length') return holder.length;
      return key === Symbol.iterator ? holder[Symbol.iterator]?.bind(holder) : undefined;
    },
    set(_, key, value) {
      holder.set(indexOf(key) ?? refuse(key), value);
      return true;
    },
    has(_, key) {
      const index = indexOf(key);
      const { length } = holder;
      return index !== undefined && length !== undefined && index >= -length && index < length;
    },
    deleteProperty: (_, key) => refuse(key),
  };
}
