// The strings of one Latin-1 code unit, and the empty one, as text of the prelude. Each exists once in a module, the runtime core's part of it
// included: what makes such a string takes it from here.
import { stringHash } from '../builtins/string-hash.ts';
import { BUILTIN_IDS } from './heap/descriptors.ts';

/** Header and collector's word in one: 2 is STATIC. */
const HEAD = BUILTIN_IDS.string8 + 2 * 2 ** 32;

export const CHARACTERS = 'mm.characters';
export const EMPTY = 'mm.empty';
export const EMPTY_TYPE = '{ i64, i32, i32 }';
/** From one character to the next. */
export const CHARACTER_BYTES = 24;

export function charactersText(): string {
  const rows = Array.from({ length: 256 }, (_, unit) => {
    const hash = stringHash(String.fromCharCode(unit));
    return `{ i64, i32, i32, i64 } { i64 ${HEAD}, i32 1, i32 ${hash | 0}, i64 ${unit} }`;
  });
  return `@${CHARACTERS} = linkonce_odr hidden constant [256 x { i64, i32, i32, i64 }] [${rows.join(', ')}], align 16
@${EMPTY} = linkonce_odr hidden constant { i64, i32, i32 } { i64 ${HEAD}, i32 0, i32 ${stringHash('') | 0} }, align 16
`;
}
