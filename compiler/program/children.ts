// What stands directly in an expression or statement of the checked tree, and all that stands in statements.
import type { Expression, Place, Statement } from './nodes.ts';

type ExpressionOf<K extends Expression['kind']> = Extract<Expression, { readonly kind: K }>;
type StatementOf<K extends Statement['kind']> = Extract<Statement, { readonly kind: K }>;

// ---- expressions ----

type ExpressionChildren = {
  readonly [K in Expression['kind']]: (expression: ExpressionOf<K>) => readonly Expression[];
};

const EXPRESSION_CHILDREN: ExpressionChildren = {
  constant: () => [],
  read: ({ place }) => childrenOfPlace(place),
  assign: ({ place, value }) => [...childrenOfPlace(place), value],
  let: ({ bindings, body }) => [...bindings.map(({ value }) => value), body],
  binary: ({ left, right }) => [left, right],
  unary: ({ operand }) => [operand],
  compare: ({ left, right }) => [left, right],
  logical: ({ left, right }) => [left, right],
  conditional: ({ test, whenTrue, whenFalse }) => [test, whenTrue, whenFalse],
  convert: ({ operand }) => [operand],
  call: (expression) => expression.arguments,
  'c-call': ({ address, arguments: values, into }) => [
    ...(address ? [address] : []),
    ...values,
    ...(into ? [into] : []),
  ],
  callback: ({ closure }) => [closure],
  builtin: (expression) => expression.arguments,
  'raw-malloc': ({ count }) => (count ? [count] : []),
  'address-of': ({ place }) => childrenOfPlace(place),
  sequence: ({ effects, value }) => [...effects, value],
  suspend: () => [],
  new: (expression) => expression.arguments,
  record: ({ fields }) => fields.map(({ value }) => value),
  array: ({ items }) => items,
  'method-call': (expression) => expression.arguments,
  closure: () => [],
  'closure-call': ({ callee, arguments: args }) => [callee, ...args],
  'instance-of': ({ operand }) => [operand],
  'is-member': ({ operand }) => [operand],
  'construct-error': ({ object, message, cause }) => [object, message, cause],
};

export function childrenOfExpression(expression: Expression): readonly Expression[] {
  const children = EXPRESSION_CHILDREN[expression.kind] as (e: Expression) => readonly Expression[];
  return children(expression);
}

function childrenOfPlace(place: Place): readonly Expression[] {
  switch (place.kind) {
    case 'local':
    case 'global':
      return [];
    case 'property':
      return [place.object];
    case 'element':
    case 'array-item':
      return [place.array, place.index];
    case 'field':
      return [place.pointer];
    case 'item':
      return [place.pointer, place.index];
  }
}

// ---- statements ----

interface Children {
  readonly expressions: readonly (Expression | null)[];
  readonly statements: readonly Statement[];
}

const children = (
  expressions: Children['expressions'],
  statements: Children['statements'] = [],
): Children => ({ expressions, statements });

type StatementChildren = {
  readonly [K in Statement['kind']]: (statement: StatementOf<K>) => Children;
};

const STATEMENT_CHILDREN: StatementChildren = {
  expression: ({ expression }) => children([expression]),
  declare: ({ value }) => children([value]),
  block: ({ body }) => children([], body),
  if: ({ test, whenTrue, whenFalse }) => children([test], [...whenTrue, ...whenFalse]),
  loop: ({ test, update, body }) => children([test, update], body),
  switch: ({ cases }) =>
    children(
      cases.map(({ test }) => test),
      cases.flatMap(({ body }) => body),
    ),
  labelled: ({ body }) => children([], body),
  break: () => children([]),
  continue: () => children([]),
  return: ({ value }) => children([value]),
  throw: ({ message }) => children([message]),
  'throw-object': ({ object }) => children([object]),
  try: ({ body, handler, finalizer }) =>
    children([], [...body, ...(handler?.body ?? []), ...(finalizer ?? [])]),
  using: ({ value, dispose, body }) => children([value, dispose], body),
};

export function childrenOfStatement(statement: Statement): Children {
  return (STATEMENT_CHILDREN[statement.kind] as (s: Statement) => Children)(statement);
}

/** The expressions in statements, at any depth: what is around others stands before them. */
export function expressionsOf(statements: readonly Statement[]): readonly Expression[] {
  const found: Expression[] = [];
  const visit = (expression: Expression): void => {
    found.push(expression);
    childrenOfExpression(expression).forEach(visit);
  };
  const visitStatement = (statement: Statement): void => {
    const { expressions, statements: inner } = childrenOfStatement(statement);
    for (const expression of expressions) if (expression) visit(expression);
    inner.forEach(visitStatement);
  };
  statements.forEach(visitStatement);
  return found;
}
