// A constant → its literal.
import type { ConstantValue } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { loose, tight, type Code } from '../code.ts';
import type { ExpressionHandler } from '../printer.ts';

/** A NULL pointer is `null`. */
export const constant: ExpressionHandler<'constant'> = ({ type, value }) => literal(type, value);

export function literal(type: RtsType, value: ConstantValue): Code {
  if (value === null || value === undefined) return tight(String(value));
  switch (typeof value) {
    case 'bigint':
      return holdsBigint(type, value) ? signed(`${value}n`) : signed(String(value));
    case 'number':
      return signed(Object.is(value, -0) ? '-0' : String(value));
    case 'string':
      return tight(JSON.stringify(value));
    case 'boolean':
      return tight(String(value));
  }
}

/** isize and usize are held as numbers where that is exact. */
function holdsBigint(type: RtsType, value: bigint): boolean {
  if (type.kind === 'nullable') return holdsBigint(type.base, value);
  return type.kind === 'int' && (type.bigint || !Number.isSafeInteger(Number(value)));
}

const signed = (text: string): Code => (text.startsWith('-') ? loose(text) : tight(text));
