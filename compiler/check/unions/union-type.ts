// TypeScript's union types → a union of objects, or the primitive type of literals.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import { isLiveObject } from '../../program/live-types.ts';
import {
  BOOLEAN,
  F64,
  literalOf,
  STRING,
  type LiteralType,
  type RtsType,
} from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { declaredType } from '../declared-type.ts';
import { tsc } from '../tsc.ts';
import { mentionsParameters } from './mentions-parameters.ts';
import { unionMembers } from './union-members.ts';

const { TypeFlags } = tsc;

/** The primitive type of a literal type, or of a union of literals of one primitive. */
export function widened(type: ts.Type): RtsType | undefined {
  const parts = type.isUnion() ? type.types : [type];
  const all = (flag: ts.TypeFlags): boolean => parts.every(({ flags }) => flags & flag);
  if (all(TypeFlags.StringLiteral)) return STRING;
  if (all(TypeFlags.NumberLiteral)) return F64;
  return all(TypeFlags.BooleanLiteral) ? BOOLEAN : undefined;
}

/** The type of a field that TypeScript says has one value; undefined for other types. */
export function literalType(type: ts.Type, { checker }: Context): LiteralType | undefined {
  const { flags } = type;
  if (type.isStringLiteral()) return literalOf(type.value, STRING);
  if (type.isNumberLiteral()) return literalOf(type.value, F64);
  if (!(flags & TypeFlags.BooleanLiteral)) return undefined;
  return literalOf(checker.typeToString(type) === 'true', BOOLEAN);
}

/** undefined for what is no union. A union that mentions itself is made before its members are. */
export function unionType(type: ts.Type, node: ts.Node, context: Context): RtsType | undefined {
  if (!type.isUnion()) return undefined;
  const members = (): readonly RtsType[] | null => membersOf(type, node, context);
  const symbol = type.aliasSymbol;
  if (!symbol) {
    const text = context.checker.typeToString(type);
    const make = mentionsParameters(type, context.checker) ? 'openUnion' : 'union';
    return context.records[make](type, text, members) ?? ERROR_TYPE;
  }
  const declared = declaredType(symbol, type.aliasTypeArguments ?? [], node, context);
  if (declared === 'failed') return ERROR_TYPE;
  return context.records.union(declared.key, declared.text, members) ?? ERROR_TYPE;
}

/** null after a report. */
function membersOf(type: ts.UnionType, node: ts.Node, context: Context): readonly RtsType[] | null {
  const made = type.types.map((part) => context.typeFromTs(part, node));
  if (made.includes(ERROR_TYPE)) return null;
  if (made.some(isLiveObject)) {
    context.report(E.liveMember, node, { type: context.checker.typeToString(type) });
    return null;
  }
  const members = unionMembers(made);
  if (!members) context.report(E.unionType, node, { type: context.checker.typeToString(type) });
  return members;
}
