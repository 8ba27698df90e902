// A compiled part ↔ the named outputs that a cache keeps.
import type { Digest } from '../cache/digest.ts';
import type { Outputs } from '../cache/store.ts';
import type { CompiledPart } from './compile-parts.ts';

export interface KeptPart {
  readonly part: CompiledPart;
  /** Files of C that it is made from, and what was in them: they are no part of the key. */
  readonly cInputs: readonly (readonly [path: string, digest: Digest])[];
}

const OBJECT = 'part.o';
const FACTS = 'part.json';
const cName = (index: number): string => `c${index}.o`;

export function encodePart({ part, cInputs }: KeptPart): Outputs {
  const { object, cObjects, ...data } = part;
  const text = JSON.stringify({ ...data, cInputs, cObjects: cObjects.length });
  return new Map([
    [OBJECT, object],
    [FACTS, new TextEncoder().encode(text)],
    ...cObjects.map((bytes, index) => [cName(index), bytes] as const),
  ]);
}

/** The same with another folder in the paths of C that it names. */
export function relocate(outputs: Outputs, from: string, to: string): Outputs {
  const facts = outputs.get(FACTS);
  if (!facts) return outputs;
  const [before, after] = [from, to].map((path) => JSON.stringify(path).slice(1, -1));
  const text = new TextDecoder().decode(facts).replaceAll(before ?? '', () => after ?? '');
  return new Map([...outputs, [FACTS, new TextEncoder().encode(text)]]);
}

type Data = Omit<CompiledPart, 'object' | 'cObjects'> &
  Pick<KeptPart, 'cInputs'> & { readonly cObjects: number };

/** undefined where something is missing. */
export function decodePart(outputs: Outputs): KeptPart | undefined {
  const object = outputs.get(OBJECT);
  const facts = outputs.get(FACTS);
  if (!object || !facts) return undefined;
  // The cache has verified it: it is what `encodePart` wrote.
  const { cInputs, cObjects: count, ...data } = JSON.parse(new TextDecoder().decode(facts)) as Data;
  const cObjects = Array.from({ length: count }, (_, index) => outputs.get(cName(index)));
  const found = cObjects.filter((bytes) => bytes !== undefined);
  return found.length === count
    ? { part: { ...data, object, cObjects: found }, cInputs }
    : undefined;
}
