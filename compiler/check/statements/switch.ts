// `switch (e) { … }` → cases of one type, tried in order; declarations that several cases use stand before it.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression, Statement, SwitchCase } from '../../program/nodes.ts';
import { BOOLEAN, STRING, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import type { StatementHandler } from '../handler.ts';
import { noMeeting } from '../numbers/arithmetic.ts';
import { isMeeting, isNumeric, meet } from '../numbers/lossless.ts';
import { inJumpScope } from '../loop-scope.ts';
import { hoistShared } from '../switch-declarations.ts';
import { readLocal } from '../build.ts';
import { equals } from '../expressions/comparison.ts';
import { baseOf } from '../nullable.ts';
import { constant } from '../numbers/literal.ts';
import { isOneOf } from '../unions/member-test.ts';
import { membersWith, tagRead, type TagRead } from '../unions/tags.ts';
import { tsc } from '../tsc.ts';
import { typeText } from '../../program/type-text.ts';

export const switchStatement: StatementHandler<ts.SwitchStatement> = (node, context) => {
  const span = context.span(node);
  const { clauses } = node.caseBlock;
  const tag = tagRead(node.expression, context);
  if (tag) {
    const ofTags = tagSwitch(node, tag, context);
    if (ofTags) return ofTags;
  }
  const value = context.expression(node.expression);
  if (baseOf(value.type).kind === 'union') return unionSwitch(node, value, context);
  const tests = clauses.map((clause) =>
    tsc.isCaseClause(clause) ? context.expression(clause.expression, value.type) : null,
  );
  const type = caseType(value, tests, node, context);
  const bodies = inJumpScope(node, { breakable: true, continuable: false }, context, (target) => ({
    target,
    statements: clauses.map((clause) => context.statements(clause.statements)),
  }));
  if (type === ERROR_TYPE) return [];
  const discriminant = context.temporary('discriminant', type);
  const cases = clauses.map((clause, i): SwitchCase => {
    const test = tests[i] ?? null;
    const written = tsc.isCaseClause(clause) ? clause.expression : clause;
    return {
      test: test && context.convert(test, type, written),
      body: bodies.statements[i] ?? [],
    };
  });
  const declared = context.convert(value, type, node.expression);
  const { hoisted, cases: rest } = hoistShared(cases);
  const body: Statement[] = [
    { kind: 'declare', local: discriminant, value: declared, span: context.span(node.expression) },
    ...hoisted,
    { kind: 'switch', target: bodies.target, discriminant, cases: rest, span },
  ];
  return [{ kind: 'block', body, span }];
};

/** The cases are tests of the object; undefined where a case is no constant. */
function tagSwitch(
  node: ts.SwitchStatement,
  tag: TagRead,
  context: Context,
): Statement[] | undefined {
  const object = context.expression(tag.object);
  if (object.type !== tag.union) return undefined;
  const groups = node.caseBlock.clauses.map((clause) =>
    tsc.isCaseClause(clause) ? membersWith(tag, context.expression(clause.expression)) : null,
  );
  if (groups.includes(undefined)) return undefined;
  return switchOnTests(node, object, context, (self, clause, i) =>
    isOneOf(self, tag.union, groups[i] ?? [], clause, context),
  );
}

/** Cases of several types: each compares by itself. */
const unionSwitch = (node: ts.SwitchStatement, value: Expression, context: Context): Statement[] =>
  switchOnTests(node, value, context, (self, { expression }) =>
    equals(self, context.expression(expression), false, expression, context),
  );

/** `switch (true)` on a test for each case, of the value that is kept. */
function switchOnTests(
  node: ts.SwitchStatement,
  value: Expression,
  context: Context,
  test: (value: Expression, clause: ts.CaseClause, i: number) => Expression,
): Statement[] {
  const span = context.span(node);
  const at = context.span(node.expression);
  const kept = context.temporary('switched', value.type);
  const discriminant = context.temporary('discriminant', BOOLEAN);
  const self = readLocal(kept, at);
  const tests = node.caseBlock.clauses.map((clause, i) =>
    tsc.isCaseClause(clause) ? test(self, clause, i) : null,
  );
  if (tests.some((one) => one?.type === ERROR_TYPE)) return [];
  const made = inJumpScope(node, { breakable: true, continuable: false }, context, (target) => ({
    target,
    cases: node.caseBlock.clauses.map((clause, i): SwitchCase => ({
      test: tests[i] ?? null,
      body: context.statements(clause.statements),
    })),
  }));
  const { hoisted, cases } = hoistShared(made.cases);
  const body: Statement[] = [
    { kind: 'declare', local: kept, value, span: at },
    { kind: 'declare', local: discriminant, value: constant(BOOLEAN, true, at), span: at },
    ...hoisted,
    { kind: 'switch', target: made.target, discriminant, cases, span },
  ];
  return [{ kind: 'block', body, span }];
}

/** The type in which all cases are compared; ERROR_TYPE after a report. */
function caseType(
  value: Expression,
  tests: readonly (Expression | null)[],
  node: ts.SwitchStatement,
  context: Context,
): RtsType {
  if (!isComparable(value.type))
    return context.fail(E.nullSwitch, node.expression, { type: typeText(value.type) }).type;
  let found = value;
  for (const [i, test] of tests.entries()) {
    const clause = node.caseBlock.clauses[i] ?? node;
    if (found.type === ERROR_TYPE || test?.type === ERROR_TYPE) return ERROR_TYPE;
    if (!test) continue;
    if (isNumeric(found.type) && isNumeric(test.type)) {
      const met = meet(found, test);
      if (!isMeeting(met)) return noMeeting(met, 'case', found, test, clause, context).type;
      // A literal switch value keeps its freedom no longer than the first typed case.
      if (met !== found.type)
        found = { kind: 'constant', type: met, value: null, span: found.span };
    } else if (found.type !== test.type)
      return context.fail(E.comparison, clause, {
        operator: 'case',
        left: typeText(found.type),
        right: typeText(test.type),
      }).type;
  }
  return found.type;
}

const isComparable = (type: RtsType): boolean =>
  isNumeric(type) || type === STRING || type === BOOLEAN || type === ERROR_TYPE;
