// `{ x: 1, y, ...other }` → a record: of the expected type, or of what is written.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Binding, Expression, FieldValue, Local } from '../../program/nodes.ts';
import { recordOf, type ObjectType, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { conditional, letIn, readLocal, readPlace } from '../build.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { ExpressionHandler } from '../handler.ts';
import { objectWithMethods } from '../interfaces/object-with-methods.ts';
import { absent, baseOf, isUndefined } from '../nullable.ts';
import { isTakenApart } from '../patterns/pattern.ts';
import { readSymbol } from '../read-symbol.ts';
import { constantName } from '../records/property.ts';
import { isRecordType, recordField, sortFields } from '../records/record-type.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { hasObjects, writtenMember } from '../unions/written-member.ts';
import { literalType } from '../unions/union-type.ts';
import { typeText } from '../../program/type-text.ts';

export const objectLiteral: ExpressionHandler<ts.ObjectLiteralExpression> = (
  node,
  context,
  expected,
) => {
  const withMethods = objectWithMethods(node, expected, context);
  if (withMethods) return withMethods;
  const wanted = wantedType(node, expected, context);
  if (wanted === 'failed') return context.failed(node);
  const parts: Part[] = [];
  for (const property of node.properties) {
    const made = part(property, wanted, context);
    if (!made) return context.failed(node);
    parts.push(made);
  }
  const fields = new Fields(node, wanted, context);
  for (const one of parts) if (!fields.add(one)) return context.failed(node);
  return fields.record(node);
};

/** A field and its value, or (with an empty name) a record whose fields stand there. */
interface Part {
  readonly name: string | null;
  readonly node: ts.Node;
  readonly value: Expression;
}

/** The record type that the place asks for, by our knowledge or by TypeScript's. */
function wantedType(
  node: ts.ObjectLiteralExpression,
  expected: RtsType | null,
  context: Context,
): ObjectType | 'failed' | null {
  const base = expected && baseOf(expected);
  if (base?.kind === 'union') return writtenMember(node, base, context);
  if (base?.kind === 'object') return base.form === 'record' ? base : null;
  if (isTakenApart(node)) return null;
  const contextual = context.checker.getContextualType(node);
  const type = contextual && context.checker.getNonNullableType(contextual);
  if (!type || !(isRecordType(type, context) || hasObjects(type))) return null;
  const made = context.typeFromTs(type, node);
  if (made.kind === 'union') return writtenMember(node, made, context);
  return made.kind === 'object' ? made : 'failed';
}

/** undefined after a report. */
function part(
  property: ts.ObjectLiteralElementLike,
  wanted: ObjectType | null,
  context: Context,
): Part | undefined {
  if (tsc.isSpreadAssignment(property)) {
    const value = context.expression(property.expression);
    if (value.type === ERROR_TYPE) return undefined;
    if (value.type.kind === 'object' && value.type.form === 'record')
      return { name: null, node: property, value };
    context.report(E.recordSpread, property, { type: typeText(value.type) });
    return undefined;
  }
  const name = constantName(property, context);
  if (name === undefined) {
    context.report(E.recordMember, property, {});
    return undefined;
  }
  const type = wanted?.fields.find((field) => field.name === name)?.type ?? null;
  if (tsc.isPropertyAssignment(property))
    return {
      name,
      node: property.initializer,
      value: context.expression(property.initializer, type),
    };
  if (tsc.isShorthandPropertyAssignment(property))
    return { name, node: property, value: readSymbol(property.name, property.name, context) };
  context.report(E.recordMember, property, {});
  return undefined;
}

/** The values of the fields, in the order in which they are evaluated. */
class Fields {
  readonly #node: ts.Node;
  readonly #wanted: ObjectType | null;
  readonly #context: Context;
  readonly #bindings: Binding[] = [];
  /** By name; locals of the bindings. */
  readonly #values = new Map<string, Local>();

  constructor(node: ts.Node, wanted: ObjectType | null, context: Context) {
    this.#node = node;
    this.#wanted = wanted;
    this.#context = context;
  }

  /** False after a report. */
  add({ name, node, value }: Part): boolean {
    if (value.type === ERROR_TYPE) return false;
    return name === null ? this.#spread(value, node) : this.#field(name, value, node);
  }

  #field(name: string, value: Expression, node: ts.Node): boolean {
    const context = this.#context;
    const type = this.#typeOf(name);
    const tag = this.#wanted === null ? this.#tag(name) : undefined;
    const made = tag
      ? context.convert(value, tag, node)
      : this.#wanted === null
        ? settle(value, node, context)
        : type
          ? context.convert(value, type, node)
          : value;
    if (made.type === ERROR_TYPE) return false;
    this.#set(name, made);
    return true;
  }

  /** A property that TypeScript does not widen. */
  #tag(name: string): RtsType | undefined {
    const { checker } = this.#context;
    const property = checker.getTypeAtLocation(this.#node).getProperty(name);
    return property && literalType(checker.getTypeOfSymbol(property), this.#context);
  }

  #set(name: string, value: Expression): void {
    const local = this.#context.temporary(name, value.type);
    this.#bindings.push({ local, value });
    this.#values.set(name, local);
  }

  readonly #typeOf = (name: string): RtsType | undefined =>
    this.#wanted?.fields.find((field) => field.name === name)?.type;

  /** ECMA-262 13.2.5.5: the fields are read now; one that may be missing leaves an earlier value where it is undefined. */
  #spread(value: Expression, node: ts.Node): boolean {
    if (value.type.kind !== 'object') return false;
    const { span } = value;
    const source = this.#context.temporary('spread', value.type);
    this.#bindings.push({ local: source, value });
    const optional = this.#optional(node);
    for (const { name, type } of value.type.fields) {
      const object = readLocal(source, span);
      const read = readPlace({ kind: 'property', object, field: name }, type, span);
      const earlier = this.#values.get(name);
      if (!optional.has(name) || !earlier) {
        if (!this.#field(name, read, node)) return false;
        continue;
      }
      const given = this.#context.temporary(name, type);
      this.#bindings.push({ local: given, value: read });
      if (!this.#field(name, keepUndefined(given, earlier, node, this.#context), node))
        return false;
    }
    return true;
  }

  /** Names of the properties that TypeScript says may be missing in what is spread. */
  #optional(node: ts.Node): ReadonlySet<string> {
    if (!tsc.isSpreadAssignment(node)) return new Set();
    const { checker } = this.#context;
    const properties = checker.getPropertiesOfType(checker.getTypeAtLocation(node.expression));
    return new Set(
      properties.filter(({ flags }) => flags & tsc.SymbolFlags.Optional).map(({ name }) => name),
    );
  }

  record(node: ts.Node): Expression {
    const span = this.#context.span(node);
    const type = this.#wanted ?? this.#inferred();
    if (!type) return this.#context.fail(E.emptyRecord, node, {});
    const fields: FieldValue[] = [];
    for (const { name, type: fieldType } of type.fields) {
      const local = this.#values.get(name);
      if (local) fields.push({ field: name, value: readLocal(local, span) });
      else if (fieldType.kind === 'nullable' && fieldType.allowsUndefined)
        fields.push({ field: name, value: absent(fieldType, undefined, span) });
      else return this.#context.failed(node);
    }
    const record: Expression = { kind: 'record', fields, type, span };
    return this.#plain(record, type) ?? letIn(this.#bindings, record, span);
  }

  /** Without temporaries where each value is that of one field. */
  #plain(record: Expression, type: ObjectType): Expression | undefined {
    if (record.kind !== 'record') return undefined;
    const names = new Map([...this.#values].map(([name, local]) => [local, name]));
    const direct: FieldValue[] = [];
    for (const { local, value } of this.#bindings) {
      const field = names.get(local);
      if (field === undefined || !type.fields.some(({ name }) => name === field)) return undefined;
      direct.push({ field, value });
    }
    const missing = record.fields.filter(({ field }) => !this.#values.has(field));
    return { ...record, fields: [...direct, ...missing] };
  }

  #inferred(): ObjectType | undefined {
    const fields = [...this.#values].map(([name, { type }]) => recordField(name, type));
    if (fields.length === 0) return undefined;
    const type = recordOf(sortFields(fields));
    this.#context.records.written(
      type,
      fields.map(({ name }) => name),
    );
    return type;
  }
}

/** `given === undefined ? earlier : given`. */
function keepUndefined(given: Local, earlier: Local, node: ts.Node, context: Context): Expression {
  const span: Span = context.span(node);
  const value = readLocal(given, span);
  const kept = context.convert(readLocal(earlier, span), given.type, node);
  if (kept.type === ERROR_TYPE) return kept;
  const chosen = conditional(isUndefined(value, span), kept, value, span);
  const { type } = earlier;
  return type.kind === 'nullable' || chosen.type.kind !== 'nullable'
    ? chosen
    : { kind: 'convert', conversion: 'from-nullable', operand: chosen, type, span };
}
