// Tiny constructors of checked trees, so that the tests of `flow` and `lower` need no source text.
import type { BuiltinName } from '../../compiler/builtins/builtins.ts';
import type {
  BinaryOperator,
  Binding,
  CheckedFunction,
  CheckedProgram,
  CompareOperator,
  ConstantValue,
  Conversion,
  ErrorName,
  Expression,
  GlobalVariable,
  JumpTarget,
  Local,
  Parameter,
  Place,
  RawPlace,
  Statement,
  SwitchCase,
  UnaryOperator,
} from '../../compiler/program/nodes.ts';
import { BOOLEAN, F64, STRING, type IntType, type RtsType } from '../../compiler/program/types.ts';
import { createSourceFile } from '../../compiler/source/source-file.ts';
import type { CFunction, Container, LowLevelType } from '../../runtime/lltype/types.ts';

const file = createSourceFile('test.ts', 'the text is never looked at\n');
export const span = { file, start: 0, end: 3 };

// ---- locals, functions, programs ----

export const local = (name: string, type: RtsType = F64, mutable = false): Local => ({
  name,
  type,
  mutable,
});
export const variable = (name: string, type: RtsType = F64): Local => local(name, type, true);
export const target = (label: string | null = null): JumpTarget => ({ label });

export function fn(
  name: string,
  parameters: readonly (Local | Parameter)[],
  result: RtsType,
  body: readonly Statement[],
): CheckedFunction {
  const asParameter = (item: Local | Parameter): Parameter =>
    'local' in item ? item : { local: item, optional: false, type: item.type };
  return {
    id: name,
    name,
    parameters: parameters.map(asParameter),
    result,
    body,
    span,
    extent: span,
    documentation: '',
    closure: null,
    captures: [],
    self: null,
  };
}

export const globalVariable = (
  id: string,
  type: RtsType,
  constant: ConstantValue | null = null,
): GlobalVariable => ({
  id,
  name: id,
  type,
  mutable: constant === null,
  constant,
  span,
  documentation: '',
});

export interface ModuleParts {
  readonly functions?: readonly CheckedFunction[];
  readonly globals?: readonly GlobalVariable[];
  readonly initializer?: readonly Statement[];
}

/** Every function of the last module is exported. */
export function program(...modules: readonly ModuleParts[]): CheckedProgram {
  return {
    modules: modules.map(({ functions = [], globals = [], initializer = [] }, i) => ({
      file,
      functions,
      globals,
      initializer,
      hiddenInitializer: [],
      exports:
        i === modules.length - 1
          ? functions.map((f) => ({ kind: 'function' as const, name: f.name, function: f }))
          : [],
      compilationInfos: [],
    })),
    classes: [],
    memoryChecks: null,
  };
}

// ---- expressions ----

export const constant = (type: RtsType, value: ConstantValue): Expression => ({
  kind: 'constant',
  type,
  span,
  value,
});
export const num = (value: number): Expression => constant(F64, value);
export const text = (value: string): Expression => constant(STRING, value);
export const bool = (value: boolean): Expression => constant(BOOLEAN, value);
export const int = (type: IntType, value: number): Expression =>
  constant(type, type.bits === 64 ? BigInt(value) : value);

const place = (what: Local | Place): Place =>
  'kind' in what ? what : { kind: 'local', local: what };
export const global = (variableRead: GlobalVariable): Place => ({
  kind: 'global',
  global: variableRead,
});

/** Of a place that is not a local or global the type must be given. */
export function read(what: Local | Place, type?: RtsType): Expression {
  const from = place(what);
  const known =
    from.kind === 'local' ? from.local.type : from.kind === 'global' ? from.global.type : type;
  if (!known) throw new Error('the type of the place');
  return { kind: 'read', type: known, span, place: from };
}
export const assign = (what: Local | Place, value: Expression): Expression => ({
  kind: 'assign',
  type: value.type,
  span,
  place: place(what),
  value,
});
export const element = (array: Expression, index: Expression): Place => ({
  kind: 'element',
  array,
  index,
});
export const binary = (
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
): Expression => ({
  kind: 'binary',
  type: left.type,
  span,
  operator,
  left,
  right,
});
export const unary = (operator: UnaryOperator, operand: Expression): Expression => ({
  kind: 'unary',
  type: operand.type,
  span,
  operator,
  operand,
});
export const compare = (
  operator: CompareOperator,
  left: Expression,
  right: Expression,
): Expression => ({ kind: 'compare', type: BOOLEAN, span, operator, left, right });
export const logical = (
  operator: '&&' | '||',
  left: Expression,
  right: Expression,
): Expression => ({
  kind: 'logical',
  type: BOOLEAN,
  span,
  operator,
  left,
  right,
});
export const conditional = (
  test: Expression,
  whenTrue: Expression,
  whenFalse: Expression,
): Expression => ({ kind: 'conditional', type: whenTrue.type, span, test, whenTrue, whenFalse });
export const convert = (
  conversion: Conversion,
  type: RtsType,
  operand: Expression,
): Expression => ({
  kind: 'convert',
  type,
  span,
  conversion,
  operand,
});
export const call = (callee: CheckedFunction, ...args: readonly Expression[]): Expression => ({
  kind: 'call',
  type: callee.result,
  span,
  callee,
  arguments: args,
});
export const cCall = (
  callee: CFunction,
  type: RtsType,
  ...args: readonly Expression[]
): Expression => ({
  kind: 'c-call',
  type,
  span,
  callee,
  address: null,
  into: null,
  arguments: args,
  standIn: null,
});
export const builtin = (
  name: BuiltinName,
  type: RtsType,
  ...args: readonly Expression[]
): Expression => ({ kind: 'builtin', type, span, builtin: name, arguments: args });
export const rawMalloc = (
  type: RtsType,
  container: Container,
  count: Expression | null,
  zero = false,
): Expression => ({ kind: 'raw-malloc', type, span, container, count, zero, stack: false });
export const field = (pointer: Expression, name: string, fieldType: LowLevelType): RawPlace => ({
  kind: 'field',
  pointer,
  field: name,
  fieldType,
});
export const item = (pointer: Expression, index: Expression, itemType: LowLevelType): RawPlace => ({
  kind: 'item',
  pointer,
  index,
  itemType,
});
export const addressOf = (type: RtsType, from: RawPlace): Expression => ({
  kind: 'address-of',
  type,
  span,
  place: from,
});
export const letIn = (bindings: readonly Binding[], body: Expression): Expression => ({
  kind: 'let',
  type: body.type,
  span,
  bindings,
  body,
});
export const sequence = (effects: readonly Expression[], value: Expression): Expression => ({
  kind: 'sequence',
  type: value.type,
  span,
  effects,
  value,
});

// ---- statements ----

export const run = (expression: Expression): Statement => ({
  kind: 'expression',
  span,
  expression,
});
export const set = (what: Local | Place, value: Expression): Statement => run(assign(what, value));
export const declare = (to: Local, value: Expression | null = null): Statement => ({
  kind: 'declare',
  span,
  local: to,
  value,
});
export const block = (...body: readonly Statement[]): Statement => ({ kind: 'block', span, body });
export const when = (
  test: Expression,
  whenTrue: readonly Statement[],
  whenFalse: readonly Statement[] = [],
): Statement => ({ kind: 'if', span, test, whenTrue, whenFalse });
export const give = (value: Expression | null = null): Statement => ({
  kind: 'return',
  span,
  value,
});
export const fail = (error: ErrorName, message: Expression): Statement => ({
  kind: 'throw',
  span,
  error,
  message,
});
export const breakTo = (to: JumpTarget): Statement => ({ kind: 'break', span, target: to });
export const continueTo = (to: JumpTarget): Statement => ({ kind: 'continue', span, target: to });

interface LoopParts {
  readonly target?: JumpTarget;
  readonly test?: Expression;
  readonly testAtEnd?: boolean;
  readonly update?: Expression;
}
export const loop = (parts: LoopParts, ...body: readonly Statement[]): Statement => ({
  kind: 'loop',
  span,
  target: parts.target ?? target(),
  test: parts.test ?? null,
  testAtEnd: parts.testAtEnd ?? false,
  update: parts.update ?? null,
  body,
});
export const labelled = (to: JumpTarget, ...body: readonly Statement[]): Statement => ({
  kind: 'labelled',
  span,
  target: to,
  body,
});
export const switchOn = (
  discriminant: Local,
  cases: readonly SwitchCase[],
  to: JumpTarget = target(),
): Statement => ({ kind: 'switch', span, target: to, discriminant, cases });
export const using = (
  resource: Local,
  value: Expression,
  dispose: Expression,
  ...body: readonly Statement[]
): Statement => ({ kind: 'using', span, local: resource, value, dispose, body });
