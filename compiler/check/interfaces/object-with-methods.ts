// `{ n: 0, get x() { … }, inc() { … } }` → an object of a class of its own.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Binding, Expression, FieldValue } from '../../program/nodes.ts';
import { functionOf, isInterface, type ObjectType, type RtsType } from '../../program/types.ts';
import { letIn, readLocal, readPlace } from '../build.ts';
import { accessorParts, getterName, setterName } from '../classes/class-declaration.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { isTakenApart } from '../patterns/pattern.ts';
import { absent, baseOf } from '../nullable.ts';
import { constantName } from '../records/property.ts';
import { readSymbol } from '../read-symbol.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';
import { interfaceFromTs } from './interface-type.ts';
import type { InterfaceInstance } from './interface-instance.ts';
import { LiteralClass, type LiteralMethod } from './literal-class.ts';

/** undefined where the literal is a record. */
export function objectWithMethods(
  node: ts.ObjectLiteralExpression,
  expected: RtsType | null,
  context: Context,
): Expression | undefined {
  const wanted = wantedInterface(node, expected, context);
  const isCalled = node.properties.some(isMethod);
  if (!wanted && !isCalled) return undefined;
  return new LiteralObject(node, wanted, context).make();
}

const isMethod = (property: ts.ObjectLiteralElementLike): property is LiteralMethod =>
  tsc.isMethodDeclaration(property) || tsc.isAccessor(property);

function wantedInterface(
  node: ts.ObjectLiteralExpression,
  expected: RtsType | null,
  context: Context,
): ObjectType | undefined {
  const base = expected && baseOf(expected);
  if (base) return base.kind === 'object' && isInterface(base) ? base : undefined;
  if (isTakenApart(node)) return undefined;
  const contextual = context.checker.getContextualType(node);
  const type = contextual && context.checker.getNonNullableType(contextual);
  const found = type && interfaceFromTs(type, node, context);
  return found?.kind === 'object' ? found : undefined;
}

class LiteralObject {
  readonly #node: ts.ObjectLiteralExpression;
  readonly #context: Context;
  readonly #wanted: InterfaceInstance | undefined;
  readonly #made: LiteralClass;
  readonly #bindings: Binding[] = [];
  readonly #values = new Map<string, Expression>();

  constructor(node: ts.ObjectLiteralExpression, wanted: ObjectType | undefined, context: Context) {
    this.#node = node;
    this.#context = context;
    this.#wanted = wanted && context.classes.interfaces.of(wanted);
    this.#made = new LiteralClass(node, wanted ? [wanted] : [], context);
  }

  make(): Expression {
    const [node, context, made] = [this.#node, this.#context, this.#made];
    for (const property of node.properties) if (!this.#add(property)) return context.failed(node);
    this.#addMissing();
    context.classes.addLiteral(made);
    for (const property of node.properties) if (isMethod(property)) this.#addMethod(property);
    made.check();
    const span = context.span(node);
    const fields: FieldValue[] = [...this.#values].map(([field, value]) => ({ field, value }));
    const { type, captures } = made;
    return letIn(this.#bindings, { kind: 'record', fields, captures, type, span }, span);
  }

  /** False after a report. Methods come when all fields are known. */
  #add(property: ts.ObjectLiteralElementLike): boolean {
    const context = this.#context;
    if (tsc.isSpreadAssignment(property)) return this.#spread(property);
    const name = constantName(property, context);
    if (name === undefined) {
      context.report(E.recordMember, property, {});
      return false;
    }
    if (isMethod(property)) return this.#isAllowed(property);
    const type = this.#wantedType(name);
    if (tsc.isShorthandPropertyAssignment(property)) {
      const read = readSymbol(property.name, property.name, context);
      return this.#set(name, read, type, property.name);
    }
    const { initializer } = property;
    return this.#set(name, context.expression(initializer, type), type, initializer);
  }

  #isAllowed(method: LiteralMethod): boolean {
    if (!tsc.isMethodDeclaration(method)) return true;
    const isAsync = method.modifiers?.some(({ kind }) => kind === tsc.SyntaxKind.AsyncKeyword);
    const code = isAsync ? E.asynchronous : method.typeParameters ? E.genericMethod : undefined;
    if (code) this.#context.report(code, method, {});
    return !code;
  }

  #set(name: string, value: Expression, wanted: RtsType | null, node: ts.Node): boolean {
    const context = this.#context;
    if (value.type === ERROR_TYPE) return false;
    const made = wanted ? context.convert(value, wanted, node) : settle(value, node, context);
    if (made.type === ERROR_TYPE) return false;
    const local = context.temporary(name, made.type);
    this.#bindings.push({ local, value: made });
    if (!this.#values.has(name)) this.#made.addField(name, made.type);
    this.#values.set(name, readLocal(local, made.span));
    return true;
  }

  #spread(property: ts.SpreadAssignment): boolean {
    const context = this.#context;
    const value = context.expression(property.expression);
    const { type, span } = value;
    if (type === ERROR_TYPE) return false;
    if (type.kind !== 'object' || type.form !== 'record') {
      context.report(E.recordSpread, property, { type: typeText(type) });
      return false;
    }
    const local = context.temporary('spread', type);
    this.#bindings.push({ local, value });
    return type.fields.every(({ name, type: held }) => {
      const object = readLocal(local, span);
      const read = readPlace({ kind: 'property', object, field: name }, held, span);
      return this.#set(name, read, this.#wantedType(name), property);
    });
  }

  /** An optional property that may be assigned later is a field that holds undefined. */
  #addMissing(): void {
    const span = this.#context.span(this.#node);
    for (const [key, { isOptional, function: getter }] of this.#wanted?.methods ?? []) {
      const [kind, name] = accessorParts(key);
      if (kind !== 'get' || !isOptional || this.#values.has(name)) continue;
      const { result } = getter;
      const isWritten = this.#node.properties.some(
        (one) => isMethod(one) && constantName(one, this.#context) === name,
      );
      if (isWritten || result.kind !== 'nullable' || !result.allowsUndefined) continue;
      this.#made.addField(name, result);
      this.#values.set(name, absent(result, undefined, span));
    }
  }

  #addMethod(node: LiteralMethod): void {
    const name = constantName(node, this.#context) ?? '';
    const key = tsc.isGetAccessor(node)
      ? getterName(name)
      : tsc.isSetAccessor(node)
        ? setterName(name)
        : name;
    const wanted = this.#wanted?.method(key)?.function;
    const parameters = wanted?.parameters.slice(1).map(({ local }) => local.type);
    // What it gives is its own matter: a getter may be of a more special type.
    const rest = wanted?.parameters.at(-1)?.rest ?? false;
    const expected = wanted && parameters ? { parameters, rest, result: wanted.result } : null;
    this.#made.addMethod(key, node, expected);
  }

  /** Of a property, or as a function of a method. */
  #wantedType(name: string): RtsType | null {
    const getter = this.#wanted?.method(getterName(name));
    if (getter) return getter.function.result;
    const method = this.#wanted?.method(name)?.function;
    if (!method) return null;
    const types = method.parameters.slice(1).map(({ local }) => local.type);
    return functionOf(types, method.result, method.parameters.at(-1)?.rest);
  }
}
