// A statement → the locals assigned in it: what a loop must carry from one round to the next.
import type { Expression, Local, Place, Statement } from '../program/nodes.ts';
import type { ExpressionOf, StatementOf } from './handler.ts';

export function localsAssignedIn(statement: Statement): ReadonlySet<Local> {
  const assigned = new Set<Local>();
  const visitExpression = (expression: Expression): void => {
    // The local of a cell holds the same cell from its declaration on.
    if (expression.kind === 'assign' && expression.place.kind === 'local') {
      if (!expression.place.local.cell) assigned.add(expression.place.local);
    }
    childrenOfExpression(expression).forEach(visitExpression);
  };
  const visitStatement = (child: Statement): void => {
    const { expressions, statements } = childrenOfStatement(child);
    expressions.forEach((expression) => expression && visitExpression(expression));
    statements.forEach(visitStatement);
  };
  visitStatement(statement);
  return assigned;
}

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
  'c-call': (expression) => expression.arguments,
  builtin: (expression) => expression.arguments,
  'raw-malloc': ({ count }) => (count ? [count] : []),
  'address-of': ({ place }) => childrenOfPlace(place),
  sequence: ({ effects, value }) => [...effects, value],
  new: (expression) => expression.arguments,
  record: ({ fields }) => fields.map(({ value }) => value),
  array: ({ items }) => items,
  'method-call': (expression) => expression.arguments,
  closure: () => [],
  'closure-call': ({ callee, arguments: args }) => [callee, ...args],
  'instance-of': ({ operand }) => [operand],
};

function childrenOfExpression(expression: Expression): readonly Expression[] {
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
  using: ({ value, dispose, body }) => children([value, dispose], body),
};

function childrenOfStatement(statement: Statement): Children {
  return (STATEMENT_CHILDREN[statement.kind] as (s: Statement) => Children)(statement);
}
