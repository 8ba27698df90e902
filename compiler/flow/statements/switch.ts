// `switch`: constant integer cases become one `switch` exit, others are compared one after the other. The bodies follow
// each other, as control falls through.
import { constant } from '../../graph/constants.ts';
import type { SwitchCase } from '../../program/nodes.ts';
import { INT_TYPES, type IntType } from '../../program/types.ts';
import { equals } from '../equality.ts';
import type { FunctionFlow, Join } from '../function-flow.ts';
import type { StatementHandler, StatementOf } from '../handler.ts';

/** Fewer cases are as fast as comparisons. */
const FEWEST_SWITCHED = 3;

export const switchStatement: StatementHandler<'switch'> = (flow, statement) => {
  const joins = statement.cases.map((item) => ({ item, join: flow.join() }));
  const after = flow.join();
  const otherwise = joins.find(({ item }) => !item.test)?.join ?? after;
  if (!switchOnConstants(flow, statement, joins, otherwise)) {
    compareInOrder(flow, statement, joins, otherwise);
  }
  flow.jumpsTo(statement.target, after, null, () => {
    // One scope: a declaration in one case is in scope in those after it.
    flow.scoped(() => {
      for (const { item, join } of joins) {
        flow.goto(join);
        flow.enter(join);
        flow.statementsOfScope(item.body);
      }
    }, [statement]);
  });
  flow.goto(after);
  flow.enter(after);
};

type Cases = readonly { readonly item: SwitchCase; readonly join: Join }[];

function compareInOrder(
  flow: FunctionFlow,
  { discriminant }: StatementOf<'switch'>,
  cases: Cases,
  otherwise: Join,
): void {
  for (const { item, join } of cases) {
    if (!item.test || !flow.isReachable) continue;
    const next = flow.join();
    const test = flow.expression(item.test);
    flow.branch(equals(flow, flow.held(discriminant), test, item.test.span), join, next);
    flow.enter(next);
  }
  flow.goto(otherwise);
}

/** False, and nothing done, unless every case is a constant integer. */
function switchOnConstants(
  flow: FunctionFlow,
  { discriminant, span }: StatementOf<'switch'>,
  cases: Cases,
  otherwise: Join,
): boolean {
  const value = flow.held(discriminant);
  const type = discriminant.type.kind === 'int' ? discriminant.type : INT_TYPES.i32;
  const links = constantCases(type, cases);
  if (!links || links.length < FEWEST_SWITCHED) return false;
  if (discriminant.type === type) {
    flow.switch(value, links, otherwise);
    return true;
  }
  if (discriminant.type.kind !== 'float') return false;
  // A number that is no i32 equals none of the cases.
  const asInteger = flow.value('float_to_int', [value], type, span);
  const back = flow.value('int_to_float', [asInteger], discriminant.type, span);
  const integral = flow.join();
  flow.branch(equals(flow, back, value, span), integral, otherwise);
  flow.enter(integral);
  flow.switch(asInteger, links, otherwise);
  return true;
}

function constantCases(type: IntType, cases: Cases): Parameters<FunctionFlow['switch']>[1] | null {
  const links = new Map<bigint, Parameters<FunctionFlow['switch']>[1][number]>();
  for (const { item, join } of cases) {
    if (!item.test) continue;
    const value = item.test.kind === 'constant' ? integerIn(type, item.test.value) : null;
    if (value === null) return null;
    // The first of equal cases wins.
    if (!links.has(value)) links.set(value, { value: constant(type, value), join });
  }
  return [...links.values()];
}

function integerIn(type: IntType, value: unknown): bigint | null {
  const isInteger = typeof value === 'bigint' || Number.isInteger(value);
  const integer = isInteger ? BigInt(value as bigint | number) : null;
  const wraps =
    integer !== null && BigInt(constant(type, integer).value as bigint | number) !== integer;
  return wraps ? null : integer;
}
