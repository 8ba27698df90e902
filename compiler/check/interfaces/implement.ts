// What runs on the objects of a class for each member of an interface that it implements: the class's own method, or a bridge that
// converts what it takes and gives; for a field a getter and a setter.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { CheckedFunction, Expression, Parameter, Statement } from '../../program/nodes.ts';
import {
  interfacesOf,
  STRING,
  UNDEFINED,
  VOID,
  type ObjectField,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import { assign, readLocal, readPlace } from '../build.ts';
import { accessorParts, getterName } from '../classes/class-declaration.ts';
import { overriding } from '../classes/overrides.ts';
import { ERROR_TYPE, type Context, type DeclaredMethod, type Members } from '../context.ts';
import type { Span } from '../../source/source-file.ts';
import { absent } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { typeText } from '../../program/type-text.ts';
import type { InterfaceMethod } from './interface-instance.ts';

/** A class, or the class of an object literal. */
export interface Implementer extends Members {
  readonly type: ObjectType;
  /** Where reports about it stand. */
  readonly node: ts.Node;
}

/**
 * Puts into the class's table what calls through its interfaces run, and gives the functions that are new. `inherited`: what the
 * base has in that place already, where the class does not override it.
 */
export function implementInterfaces(
  implementer: Implementer,
  vtable: Map<string, CheckedFunction>,
  inherited: (wanted: InterfaceMethod) => CheckedFunction | undefined,
  context: Context,
): readonly CheckedFunction[] {
  const added: CheckedFunction[] = [];
  for (const type of interfacesOf(implementer.type)) {
    for (const wanted of context.classes.interfaces.of(type)?.methods.values() ?? []) {
      // Other modules may use what this one does not.
      if (!wanted.isUsed && !context.isPart) continue;
      const known = inherited(wanted);
      const make = (): CheckedFunction | null => implementation(implementer, wanted, context);
      const found = known ?? (wanted.isUsed ? make() : context.attempt(make));
      if (!found) continue;
      vtable.set(wanted.slot, found);
      if (!known && found !== implementer.method(wanted.name)?.function) added.push(found);
    }
  }
  return added;
}

/** null where objects of the class never run it, or after a report. */
function implementation(
  implementer: Implementer,
  wanted: InterfaceMethod,
  context: Context,
): CheckedFunction | null {
  const method = implementer.method(wanted.name);
  if (method) return method.isAbstract ? null : overriding(method, wanted, context);
  const [kind, name] = accessorParts(wanted.name);
  if (kind === 'call' && wanted.isOptional) return nothingToDo(implementer, wanted, context);
  const field = implementer.field(name);
  if (field)
    return field.type === ERROR_TYPE ? null : ofField(implementer, field, kind, wanted, context);
  if (implementer.type.abstract) return null;
  if (kind === 'get' && wanted.isOptional && !implementer.method(name))
    return made(implementer, wanted, context, () => [
      returned(constant(UNDEFINED, undefined, wanted.function.span), wanted, context),
    ]);
  if (kind === 'set' && implementer.method(getterName(name)))
    return made(implementer, wanted, context, () => [cannotSet(implementer, name, wanted)]);
  const isMethod = implementer.method(name) !== undefined;
  context.report(isMethod ? E.methodAsProperty : E.missingMember, implementer.node, {
    name,
    type: typeText(implementer.type),
    interface: typeText(wanted.owner.type),
  });
  return null;
}

/** An iterator without a method `return`: what it would give is not looked at. */
const nothingToDo = (
  implementer: Implementer,
  wanted: InterfaceMethod,
  context: Context,
): CheckedFunction | null =>
  made(implementer, wanted, context, () => {
    const { result, span } = wanted.function;
    const value = zeroRecord(result, span);
    return [{ kind: 'return', value, span }];
  });

function zeroRecord(type: RtsType, span: Span): Expression {
  const fields = type.kind === 'object' ? type.fields : [];
  const values = fields.flatMap(({ name, type: held }) =>
    held.kind === 'nullable' ? [{ field: name, value: absent(held, undefined, span) }] : [],
  );
  return { kind: 'record', fields: values, type, span };
}

function ofField(
  implementer: Implementer,
  field: ObjectField,
  kind: 'get' | 'set' | 'call',
  wanted: InterfaceMethod,
  context: Context,
): CheckedFunction | null {
  const { span } = wanted.function;
  return made(implementer, wanted, context, (object, values) => {
    const place = { kind: 'property' as const, object, field: field.name };
    const [value] = values;
    if (kind === 'set' && value) {
      const converted = context.convert(value, field.type, implementer.node);
      return [{ kind: 'expression', expression: assign(place, converted, span), span }];
    }
    const read = readPlace(place, field.type, span);
    if (kind === 'get' || field.type.kind !== 'function') return [returned(read, wanted, context)];
    const given = field.type.parameters.map((type, i) => {
      const one = values[i] ?? constant(UNDEFINED, undefined, span);
      return context.convert(one, type, implementer.node);
    });
    const type = field.type.result;
    const call: Expression = { kind: 'closure-call', callee: read, arguments: given, type, span };
    return [returned(call, wanted, context)];
  });
}

/** A function of the class for the member, or null after a report. */
function made(
  implementer: Implementer,
  wanted: InterfaceMethod,
  context: Context,
  body: (object: Expression, values: readonly Expression[]) => Statement[],
): CheckedFunction | null {
  const { function: declared } = wanted;
  const { span } = declared;
  const self: Parameter = {
    local: context.temporary('this', implementer.type),
    optional: false,
    type: implementer.type,
  };
  const parameters = declared.parameters.slice(1).map((one) => ({
    ...one,
    local: context.temporary(one.local.name, one.local.type),
  }));
  const values = parameters.map(({ local }) => readLocal(local, span));
  const statements = context.attempt(() => body(readLocal(self.local, span), values));
  if (!statements) {
    const [, name] = accessorParts(wanted.name);
    const field = implementer.field(name);
    context.report(E.memberType, implementer.node, {
      name,
      type: typeText(implementer.type),
      interface: typeText(wanted.owner.type),
      from: field ? typeText(field.type) : 'undefined',
      to: typeText(valueType(wanted)),
    });
    return null;
  }
  const id = `${implementer.type.name}.${wanted.name} as ${wanted.owner.type.name}`;
  return { ...declared, id, parameters: [self, ...parameters], body: statements };
}

const valueType = ({ function: { parameters, result } }: InterfaceMethod): RtsType =>
  result === VOID ? (parameters[1]?.local.type ?? result) : result;

function returned(value: Expression, wanted: InterfaceMethod, context: Context): Statement {
  const { span, result } = wanted.function;
  if (result === VOID) return { kind: 'expression', expression: value, span };
  return { kind: 'return', value: context.convert(value, result, wanted.node), span };
}

/** ECMA-262 10.1.9.2: there is a getter only. */
function cannotSet(
  { type }: Implementer,
  name: string,
  { function: { span } }: InterfaceMethod,
): Statement {
  const text = `Cannot set property ${name} of #<${typeText(type)}> which has only a getter`;
  return {
    kind: 'throw',
    error: 'TypeError',
    message: { kind: 'constant', type: STRING, value: text, span },
    span,
  };
}

/**
 * Whether the class has all members of the interface in exactly its types (what a method gives may be below), so that its objects can stand behind it though
 * the class does not say so.
 */
export function fits(
  members: Members,
  wanted: Iterable<InterfaceMethod>,
  caller: ts.Node,
  isBelow: (type: RtsType, above: RtsType) => boolean,
): boolean {
  for (const one of wanted) {
    const [kind, name] = accessorParts(one.name);
    const method = members.method(one.name);
    if (method) {
      if (!isSameForm(method, one, caller, isBelow)) return false;
      continue;
    }
    if (kind === 'call') {
      if (one.isOptional) continue;
      return false;
    }
    const field = members.field(name);
    if (field ? field.type !== valueType(one) : !one.isOptional || members.method(name))
      return false;
  }
  return true;
}

function isSameForm(
  method: DeclaredMethod,
  wanted: InterfaceMethod,
  caller: ts.Node,
  isBelow: (type: RtsType, above: RtsType) => boolean,
): boolean {
  const [own, theirs] = [method.function.parameters, wanted.function.parameters];
  return (
    own.length <= theirs.length &&
    own.every(({ local }, i) => i === 0 || local.type === theirs[i]?.local.type) &&
    (wanted.function.result === VOID || isBelow(method.result(caller), wanted.function.result))
  );
}
