// TypeScript's union types → a union of objects, or the primitive type of literals.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import {
  BOOLEAN,
  F64,
  literalOf,
  STRING,
  typeName,
  unionOf,
  type LiteralType,
  type RtsType,
} from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { tsc } from '../tsc.ts';

const { TypeFlags } = tsc;

/** The primitive type of a literal type, or of a union of literals of one primitive. */
export function widened(type: ts.Type): RtsType | undefined {
  const parts = type.isUnion() ? type.types : [type];
  const all = (flag: ts.TypeFlags): boolean =>
    parts.every(({ flags }) => flags & flag && !(flags & TypeFlags.EnumLike));
  if (all(TypeFlags.StringLiteral)) return STRING;
  if (all(TypeFlags.NumberLiteral)) return F64;
  return all(TypeFlags.BooleanLiteral) ? BOOLEAN : undefined;
}

/** The type of a field that TypeScript says has one value; undefined for other types. */
export function literalType(type: ts.Type, { checker }: Context): LiteralType | undefined {
  const { flags } = type;
  if (type.isStringLiteral() && !(flags & TypeFlags.EnumLike)) return literalOf(type.value, STRING);
  if (type.isNumberLiteral()) return literalOf(type.value, F64);
  if (!(flags & TypeFlags.BooleanLiteral)) return undefined;
  return literalOf(checker.typeToString(type) === 'true', BOOLEAN);
}

/** undefined for what is no union. A union that mentions itself is made before its members are. */
export function unionType(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  if (!type.isUnion()) return undefined;
  const members = (): readonly RtsType[] | null => {
    const made = type.types.map((part) => context.typeFromTs(part, node));
    if (made.includes(ERROR_TYPE)) return null;
    if (made.every(({ kind }) => kind === 'object' || kind === 'union')) return made;
    context.report(E.unionType, node, { type: context.checker.typeToString(type) });
    return null;
  };
  const symbol = type.aliasSymbol;
  if (!symbol) {
    const made = members();
    return made ? unionOf(made) : ERROR_TYPE;
  }
  const given = (type.aliasTypeArguments ?? []).map((one) => context.typeFromTs(one, node));
  if (given.includes(ERROR_TYPE)) return ERROR_TYPE;
  const name =
    given.length === 0 ? symbol.name : `${symbol.name}<${given.map(typeName).join(', ')}>`;
  return (
    context.records.union(`${context.records.idOf(symbol)} ${name}`, name, members) ?? ERROR_TYPE
  );
}
