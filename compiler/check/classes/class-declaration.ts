// A class as it is written: its members by name and kind, without the forms that are refused.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Context } from '../context.ts';
import { hasModifier } from '../modifiers.ts';
import type { FieldNode } from './field-state.ts';
import { tsc } from '../tsc.ts';
import { symbolMember } from '../well-known-symbol.ts';
import { isOverloadSignature } from '../declarations/overloads.ts';

const { SyntaxKind } = tsc;

export type MethodNode = ts.MethodDeclaration | ts.AccessorDeclaration;
export type StaticMember = ts.PropertyDeclaration | MethodNode | ts.ClassStaticBlockDeclaration;

export interface ClassDeclaration {
  readonly node: ts.ClassDeclaration;
  readonly symbol: ts.Symbol;
  /** Unique in the program. */
  readonly id: string;
  readonly fields: ReadonlyMap<string, FieldNode>;
  /** Accessors are called `get x` and `set x`. */
  readonly methods: ReadonlyMap<string, MethodNode>;
  /** Methods with type parameters of their own. */
  readonly generics: ReadonlyMap<string, ts.MethodDeclaration>;
  readonly construct: ts.ConstructorDeclaration | null;
  /** In the order in which they are initialised. */
  readonly statics: readonly StaticMember[];
}

/** Reports the members that are refused and leaves them out. */
export function readClass(
  node: ts.ClassDeclaration,
  symbol: ts.Symbol,
  id: string,
  context: Context,
): ClassDeclaration {
  const fields = new Map<string, FieldNode>();
  const methods = new Map<string, MethodNode>();
  const generics = new Map<string, ts.MethodDeclaration>();
  const statics: StaticMember[] = [];
  let construct: ts.ConstructorDeclaration | null = null;
  for (const member of node.members) {
    if (tsc.isSemicolonClassElement(member) || isOverloadSignature(member)) continue;
    if (isRefused(member, context)) continue;
    if (tsc.isConstructorDeclaration(member)) {
      construct = member;
      for (const one of member.parameters)
        if (isParameterField(one)) fields.set(one.name.text, one);
    } else if (tsc.isClassStaticBlockDeclaration(member)) statics.push(member);
    else if (isMethod(member) || tsc.isPropertyDeclaration(member)) {
      if (isStatic(member)) statics.push(member);
      else if (tsc.isMethodDeclaration(member) && member.typeParameters)
        generics.set(memberName(member.name, id), member);
      else if (isMethod(member)) methods.set(methodName(member, id), member);
      else fields.set(memberName(member.name, id), member);
    }
  }
  return { node, symbol, id, fields, methods, generics, construct, statics };
}

/** `constructor(readonly x: number)` */
export const isParameterField = (
  node: ts.ParameterDeclaration,
): node is ts.ParameterDeclaration & { readonly name: ts.Identifier } =>
  (node.modifiers ?? []).length > 0 && tsc.isIdentifier(node.name);

const isMethod = (member: ts.Node): member is MethodNode =>
  tsc.isMethodDeclaration(member) || tsc.isAccessor(member);

export const isStatic = (member: ts.Node): boolean => hasModifier(member, SyntaxKind.StaticKeyword);

/** `x`, or for `#x` the class's id before it: derived classes may have one of the same name. */
export const memberName = (name: ts.PropertyName | ts.MemberName, classId: string): string =>
  tsc.isPrivateIdentifier(name)
    ? classId + name.text
    : 'text' in name
      ? name.text
      : (symbolMember(name) ?? '');

function methodName(member: MethodNode, classId: string): string {
  const name = memberName(member.name, classId);
  if (tsc.isGetAccessor(member)) return getterName(name);
  return tsc.isSetAccessor(member) ? setterName(name) : name;
}

export const getterName = (name: string): string => `get ${name}`;
export const setterName = (name: string): string => `set ${name}`;

/** What a method's name, which may be that of an accessor, is of. */
export function accessorParts(name: string): readonly ['get' | 'set' | 'call', string] {
  if (name.startsWith('get ')) return ['get', name.slice(4)];
  return name.startsWith('set ') ? ['set', name.slice(4)] : ['call', name];
}

const isSymbolMethod = (member: ts.ClassElement): boolean =>
  tsc.isMethodDeclaration(member) && !isStatic(member) && symbolMember(member.name) !== undefined;

function isRefused(member: ts.ClassElement, context: Context): boolean {
  const { name } = member;
  const modifiers = tsc.canHaveModifiers(member) ? (tsc.getModifiers(member) ?? []) : [];
  const has = (kind: ts.SyntaxKind): boolean => modifiers.some((one) => one.kind === kind);
  const refuse = (code: typeof E.ambient, at: ts.Node = member): boolean => {
    context.report(code, at, {});
    return true;
  };
  if (tsc.canHaveDecorators(member) && tsc.getDecorators(member)?.length)
    return refuse(E.decorator);
  if (has(SyntaxKind.DeclareKeyword)) return refuse(E.ambient);
  if (has(SyntaxKind.AccessorKeyword)) return refuse(E.classMember);
  if (tsc.isIndexSignatureDeclaration(member)) return refuse(E.classMember);
  if (name && !tsc.isIdentifier(name) && !tsc.isPrivateIdentifier(name) && !isSymbolMethod(member))
    return refuse(E.classMember, name);
  if (name && 'text' in name && name.text === '__proto__') return refuse(E.classMember, name);
  if (tsc.isMethodDeclaration(member)) {
    if (has(SyntaxKind.AsyncKeyword)) return refuse(E.asynchronous);
    if (member.questionToken) return refuse(E.classMember, member.questionToken);
    if (member.typeParameters && !isStatic(member) && !member.body) return refuse(E.genericMethod);
  }
  const bodyless =
    (tsc.isConstructorDeclaration(member) || isMethod(member)) &&
    !member.body &&
    !has(SyntaxKind.AbstractKeyword);
  return bodyless && refuse(E.overload);
}
