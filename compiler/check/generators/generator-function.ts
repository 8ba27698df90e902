// The body of a generator function → a function that goes on where its frame says. Calling the generator makes a frame, an object of a
// class of its own, with the values of the parameters; what the body captures lies in it too.
import type ts from 'typescript';
import { RESULT_FIELD, RESUME, SENT_FIELD } from '../../program/generator-fields.ts';
import type {
  CheckedFunction,
  Expression,
  FieldValue,
  Local,
  Statement,
} from '../../program/nodes.ts';
import {
  BOOLEAN,
  cellOf,
  newClass,
  VOID,
  type ObjectType,
  type RtsType,
} from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { absent } from '../nullable.ts';
import { readLocal, readPlace } from '../build.ts';
import { upcast } from '../classes/call-method.ts';
import { ERROR_TYPE, type Context, type FunctionState, type Self } from '../context.ts';
import type { FunctionNode } from '../declarations/function-form.ts';
import { mentionsThis } from '../closures/mentions-this.ts';
import { constant } from '../numbers/literal.ts';
import { namesIn } from '../patterns/names-in.ts';
import { Scope } from '../scope.ts';
import { isUsing } from '../statements/using.ts';
import { tsc } from '../tsc.ts';
import { resumeFunction, type GeneratorClass } from './generator-class.ts';
import { fieldOf } from './generator-methods.ts';
import type { GeneratorResult } from './generator-type.ts';

/** What `yield` and `return` in the body need. */
export interface GeneratorState {
  readonly made: GeneratorClass;
  /** Holds the frame. */
  readonly frame: Local;
}

export interface GeneratorParts extends GeneratorResult {
  readonly id: string;
  /** For messages and stack traces. */
  readonly name: string;
  readonly scope: Scope;
  /** `this` of the generator function. */
  readonly self: Self | null;
}

/** Checks the body: the statement that makes a frame and returns it. `context` is that of the generator function. */
export function generatorBody(
  node: FunctionNode,
  parts: GeneratorParts,
  context: Context,
): Statement {
  const { made, name } = parts;
  const span = context.span(node);
  const id = context.made.uniqueId(`${parts.id}.frame`);
  const type = newClass(id);
  type.base = made.type;
  type.fields = made.type.fields;
  // The body itself may give the class another field: that of what is thrown into it.
  const inherited = type.fields.length;
  const frame: Local = { name: 'frame', type, mutable: false };
  const captures: Local[] = [];
  const state = bodyState(parts, frame, captures, node);
  const closure = { captures, self: frame, names: [], declared: null, usesItself: false };
  const inner = context.inFunction(state, new Scope({ outer: parts.scope, closure, id }));
  const given = parametersOf(node, frame, context, inner);
  const statements =
    node.body && tsc.isBlock(node.body) ? inner.statements(node.body.statements) : [];
  const end: Statement = { kind: 'return', value: constant(BOOLEAN, false, span), span };
  const captureFields = new Map<Local, string>();
  for (const local of captures) {
    const field = `captured ${captureFields.size}: ${local.name}`;
    captureFields.set(local, field);
    addField(type, field, local.cell ? cellOf(local.type) : local.type);
  }
  const body: CheckedFunction = {
    ...resumeFunction(`${id}.${RESUME}`, frame, span),
    name,
    captures,
    captureFields,
    frame: type,
    body: inner.declared([...given.statements, ...statements, end]),
  };
  context.made.add(span.file, body);
  const own = type.fields.slice(inherited);
  context.classes.generators.addFrame({ type, body, own });
  const record: Expression = {
    kind: 'record',
    fields: [...absentFields(made, span), ...given.fields],
    captures: captureFields,
    type,
    span,
  };
  const value = context.convert(upcast(record, made.type, span), parts.type, node);
  return { kind: 'return', value, span };
}

/** What it returns, and what it is sent, before there is any. */
const absentFields = ({ type }: GeneratorClass, span: Span): readonly FieldValue[] =>
  type.fields
    .filter(({ name }) => name === RESULT_FIELD || name === SENT_FIELD)
    .flatMap(({ name, type: of }) =>
      of.kind === 'nullable' ? [{ field: name, value: absent(of, undefined, span) }] : [],
    );

function bodyState(
  { made, self }: GeneratorParts,
  frame: Local,
  captures: Local[],
  node: FunctionNode,
): FunctionState {
  if (self && node.body && mentionsThis(node.body)) captures.push(self.local);
  return {
    result: VOID,
    jumps: [],
    pendingReturns: [],
    self: self && { ...self, role: 'method' },
    generator: { made, frame },
  };
}

const addField = (type: ObjectType, name: string, of: RtsType): void => {
  type.fields = [...type.fields, { name, type: of, mutable: true, checked: false }];
};

/** The body has variables of its own for them, as nobody else sees them any more. */
function parametersOf(
  node: FunctionNode,
  frame: Local,
  outer: Context,
  inner: Context,
): { readonly fields: readonly FieldValue[]; readonly statements: readonly Statement[] } {
  const fields: FieldValue[] = [];
  const statements: Statement[] = [];
  for (const name of node.parameters.flatMap((parameter) => namesIn(parameter.name))) {
    const symbol = outer.symbol(name);
    const binding = symbol && outer.binding(symbol);
    if (binding?.kind !== 'local' || binding.local.type === ERROR_TYPE) continue;
    const { local } = binding;
    const span = outer.span(name);
    const field = `parameter ${name.text}`;
    if (frame.type.kind === 'object') addField(frame.type, field, local.type);
    fields.push({ field, value: readLocal(local, span) });
    const own = inner.declareLocal(name, local.type);
    const value = readPlace(fieldOf(readLocal(frame, span), field), local.type, span);
    statements.push({ kind: 'declare', local: own, value, span });
  }
  return { fields, statements };
}

/** Nothing has to be done where the body is ended early: no `finally`, no `using`, no iterator in use. */
export function endsSilently(body: ts.Node): boolean {
  const isActive =
    tsc.isTryStatement(body) ||
    tsc.isForOfStatement(body) ||
    (tsc.isYieldExpression(body) && body.asteriskToken) ||
    (tsc.isVariableDeclarationList(body) && isUsing(body));
  if (isActive) return false;
  if (tsc.isFunctionLike(body)) return true;
  return !tsc.forEachChild(body, (child) => !endsSilently(child) || undefined);
}
