// An expression that may be a constant → the C that says whether, of what type and with which value; and back.
import { spell } from './c-spelling.ts';
import { type CType, resolve } from './c-types.ts';
import type { ReadObject } from './read-object.ts';

export type CConstantValue =
  | {
      readonly kind: 'integer';
      readonly value: bigint;
      readonly signed: boolean;
      /** Bytes of its type in C. */
      readonly size: number;
    }
  | { readonly kind: 'double'; readonly value: number; readonly size: number }
  | { readonly kind: 'string'; readonly value: string };

export type ConstantAnswer =
  CConstantValue | { readonly kind: 'no-constant'; readonly reason: string; readonly type: CType };

/** Stands above the pieces: whether one is constant, and as what; and a variable, so that no object is empty. */
export const PIECES_PREAMBLE =
  'struct mixmod_constant { unsigned long long constant, integer; double real; } *mixmod_present;';

/**
 * The choice is made by the compiler, so nothing of a wrong kind is converted: an integer (`__builtin_classify_type`
 * 1 to 4), a real number (8) or an array of char that is a literal.
 */
export function constantPiece(expression: string, index: number): string {
  const x = `(${expression})`;
  const constant = `__builtin_constant_p${x}`;
  const kind = `__builtin_classify_type${x}`;
  const literal = `(${constant} && __builtin_types_compatible_p(__typeof__${x}, char[]))`;
  const text = `__builtin_choose_expr(${literal}, ${x}, "")`;
  const number = (test: string) => `__builtin_choose_expr(${constant} && (${test}), ${x}, 0)`;
  return [
    `__typeof__${x} *mixmod_t${index};`,
    `const struct mixmod_constant mixmod_c${index} = { ${constant}, ${number(`${kind} > 0 && ${kind} < 5`)},`,
    `${number(`${kind} == 8`)} };`,
    `const __typeof__(${text}) mixmod_s${index} = ${text};`,
  ].join(' ');
}

/** undefined where it was not asked, since a macro was not defined. */
export function readConstant(object: ReadObject, index: number): ConstantAnswer | undefined {
  const { types } = object;
  const entry = object.target(`mixmod_t${index}`);
  if (entry === undefined) return undefined;
  const type = types.read(entry);
  const bare = resolve(type, types);
  const data = `mixmod_c${index}`;
  const constant = object.bits(data) !== 0n;
  const no = (reason: string): ConstantAnswer => ({ kind: 'no-constant', reason, type });
  if (bare.kind === 'array') {
    const item = resolve(bare.item, types);
    if (item.kind !== 'base' || item.encoding !== 'char') return no(`its type is ${spell(type)}`);
    if (!constant) return no('it is not a constant');
    return { kind: 'string', value: object.text(`mixmod_s${index}`) ?? '' };
  }
  const number = bare.kind === 'enum' ? types.enums[bare.name] : bare;
  if (!number || ('kind' in number && number.kind !== 'base'))
    return no(`its type is ${spell(type)}`);
  if (!constant) return no('it is not a constant');
  if ('encoding' in number && number.encoding === 'complex')
    return no(`its type is ${spell(type)}`);
  if ('encoding' in number && number.encoding === 'float')
    return { kind: 'double', value: object.double(data, 16) ?? NaN, size: number.size };
  if (number.size > 8) return no(`its type is ${spell(type)}, wider than 64 bits`);
  const bits = object.bits(data, 8) ?? 0n;
  const value = number.signed ? BigInt.asIntN(64, bits) : bits;
  return { kind: 'integer', value, signed: number.signed, size: number.size };
}
