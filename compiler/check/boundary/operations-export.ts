// The operations on live values that the program asks for → how their values cross, and the bodies of their functions.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { DiagnosticSink } from '../../diagnostics/diagnostic.ts';
import {
  holds,
  isText,
  viewsOfFunction,
  type Crossing,
  type OperationCrossing,
} from '../../program/crossing.ts';
import type { ModuleExport, Statement } from '../../program/nodes.ts';
import type { RtsType } from '../../program/types.ts';
import { isize } from '../build.ts';
import type { Context } from '../context.ts';
import type { Operation } from '../space/operations.ts';
import { typeText } from '../../program/type-text.ts';
import { collectFunction } from './collect-function.ts';
import type { ExportCrossings } from './export-crossings.ts';
import { leavingFunction } from './foreign-errors.ts';
import { hostCallBody, textFunctions } from './host-call.ts';
import { viewFunctions } from './views.ts';
import { wordsFunction } from './words.ts';

export interface CrossedOperation {
  readonly operation: Operation;
  readonly crossing: OperationCrossing;
}

/** Those of the program, in the order in which it asks first; what does not cross is reported. */
export function crossOperations(
  crossings: ExportCrossings,
  { classes }: Context,
  sink: DiagnosticSink,
): readonly CrossedOperation[] {
  return [...classes.live.operations.values()].flatMap((operation) => {
    const { name, operands, spread, result } = operation;
    const parameters = operands.map((one) =>
      'literal' in one ? one : cross(one.type, operation, crossings, sink),
    );
    const given = cross(result, operation, crossings, sink);
    if (!given || parameters.includes(null)) return [];
    const all = parameters.flatMap((one): readonly Crossing[] => {
      if (!one) return [];
      return 'literal' in one ? [{ kind: 'literal', value: one.literal }] : [one];
    });
    return [{ operation, crossing: { name, parameters: all, spread, result: given } }];
  });
}

/** null after a report. */
function cross(
  type: RtsType,
  { name, span }: Operation,
  crossings: ExportCrossings,
  sink: DiagnosticSink,
): Crossing | null {
  const found = crossings.cross(type);
  if ('crossing' in found) return found.crossing;
  const part = typeText(found.refused);
  sink.report(E.spaceValue, span, { name, type: typeText(type), part });
  return null;
}

/** null where no live values cross. `node`: the entry file. */
export function operationsExport(
  crossed: readonly CrossedOperation[],
  node: ts.Node,
  context: Context,
): ModuleExport | null {
  if (!context.classes.live.isUsed) return null;
  const span = context.span(node);
  crossed.forEach((one, index) => fill(one, index, node, context));
  const views = crossed.flatMap(({ crossing }) => viewsOfFunction(crossing));
  return {
    kind: 'operations',
    leaving: leavingFunction({ node, context }),
    crossings: crossed.map(({ crossing }) => crossing),
    shared: new Map([
      wordsFunction(span, context),
      ...views.flatMap((view) => viewFunctions(view, span, context)),
      ...textFunctions({ node, context }),
      collectFunction({ node, context }),
    ]),
  };
}

/** Gives the function of an operation its body. */
function fill(
  { operation: { made, name, operands, result }, crossing }: CrossedOperation,
  index: number,
  node: ts.Node,
  context: Context,
): void {
  const call = {
    name: `space.${name}`,
    parameters: operands.flatMap((one) => ('literal' in one ? [] : [one])),
    result,
    givesText: crossing.parameters.some((one) => holds(one, isText)),
    kind: -3 - index,
    place: isize(0, context.span(node)),
  };
  (made as { body: readonly Statement[] }).body = hostCallBody(call, { node, context });
}
