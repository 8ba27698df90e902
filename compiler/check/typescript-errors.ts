// TypeScript's own errors → diagnostics: what our reports explain better is left out, names that RTypeScript does
// not have get codes of their own, the rest is RTS1001.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Span } from '../source/source-file.ts';
import { isConsequence } from './consequence.ts';
import { JAVASCRIPT_GLOBALS } from './javascript-globals.ts';
import { nodeAt } from './node-at.ts';
import type { ProgramState } from './program-state.ts';
import { SpanIndex } from './span-index.ts';
import { tsc } from './tsc.ts';

/** Our reports must be in the sink already. */
export function reportTypescriptErrors(
  errors: readonly ts.Diagnostic[],
  state: ProgramState,
): void {
  const reported = state.sink.sorted();
  const ours = new SpanIndex(reported.map(({ span }) => span));
  const codes = new Set(reported.map(({ code }) => code));
  const hasCycle = CYCLES.some(({ code }) => codes.has(code));
  const refused = new Set(state.refused);
  for (const error of errors) {
    if (NO_GLOBAL.has(error.code) && !error.file) continue;
    if (hasCycle && CIRCULAR.has(error.code)) continue;
    if (!error.file || error.start === undefined) report(error, null, state);
    else {
      const node = nodeAt(error.file, error.start);
      const span = spanOf(error, error.file, error.start, node, state);
      if (!isConsequence(error, node, refused, state.checker) && !ours.overlaps(span))
        report(error, span, state);
    }
  }
}

/** Our library lacks the types and values of refused features (`async`, `import(…)`), which TypeScript asks for. */
const NO_GLOBAL: ReadonlySet<number> = new Set([2318, 2468]);
/** Reports of what depends on itself, at the place where it does; TypeScript reports each declaration of the circle. */
const CYCLES = [E.recursiveResult, E.constantCycle, E.comptimeCycle];
const CIRCULAR: ReadonlySet<number> = new Set([7022, 7023, 7024]);

function report(error: ts.Diagnostic, span: Span | null, state: ProgramState): void {
  const { sink } = state;
  const text = tsc.flattenDiagnosticMessageText(error.messageText, '\n').split('\n')[0] ?? '';
  const globalName = UNKNOWN_NAME.has(error.code) ? /'([^']+)'/.exec(text)?.[1] : undefined;
  if (globalName !== undefined && JAVASCRIPT_GLOBALS.has(globalName))
    return sink.report(E.globalName, span, { name: globalName });
  const [, member, type] = (UNKNOWN_MEMBER.has(error.code) && MEMBER.exec(text)) || [];
  if (member !== undefined && type !== undefined && LIBRARY_TYPE.test(type))
    return sink.report(E.member, span, { member, type: type.replace(/Constructor$/, '') });
  const [, operator, left, right] = (error.code === OPERANDS && NUMERIC_OPERANDS.exec(text)) || [];
  if (operator !== undefined && left !== undefined && right !== undefined)
    return sink.report(E.mixedTypes, span, { operator, left, right });
  const specifier = error.code === NO_MODULE ? /'([^']+)'/.exec(text)?.[1] : undefined;
  if (specifier !== undefined) return sink.report(E.importSpecifier, span, { specifier });
  sink.report(E.typescript, span, { message: text, number: error.code });
}

/** Cannot find name; did you mean; need to change your library; only refers to a type. */
const UNKNOWN_NAME: ReadonlySet<number> = new Set([
  2304, 2318, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2585, 2591, 2592, 2593, 2693, 2868,
]);
const UNKNOWN_MEMBER: ReadonlySet<number> = new Set([2339, 2550, 2551]);
const MEMBER = /^Property '([^']+)' does not exist on type '([^']+)'/;
/** Types whose members are JavaScript's, of which RTypeScript has some. */
const LIBRARY_TYPE =
  /^(string|number|bigint|boolean|String|Number|Math|(Number|TypedArray)Constructor.*|ArrayBuffer|DataView|\w*Array|.*\[\]|".*"|\d+)$/;
/** In files that only give types; other imports are checked before. */
const NO_MODULE = 2307;
/** An operator between an integer that is a bigint and a number. */
const OPERANDS = 2365;
const NUMERIC_OPERANDS =
  /^Operator '(.+)' cannot be applied to types '([iu](?:8|16|32|64|size)|f32)' and '([iu](?:8|16|32|64|size)|f32)'/;

function spanOf(
  error: ts.Diagnostic,
  file: ts.SourceFile,
  start: number,
  node: ts.Node,
  state: ProgramState,
): Span {
  const whole = marked(error, start, node);
  const end = whole ? whole.end : start + (error.length ?? 0);
  return { file: state.file(file), start, end };
}

/** TypeScript marks only the beginning of a `return`, an assignment or a declaration whose value is wrong. */
function marked(error: ts.Diagnostic, start: number, innermost: ts.Node): ts.Node | undefined {
  const assigned = NOT_ASSIGNABLE.has(error.code);
  for (let node = innermost; node.getStart() === start && !tsc.isSourceFile(node);) {
    if (tsc.isReturnStatement(node)) return node;
    const { parent } = node;
    if (assigned && isTarget(node, parent)) return parent;
    node = parent;
  }
  return undefined;
}

const NOT_ASSIGNABLE: ReadonlySet<number> = new Set([2322, 2739, 2740, 2741]);

const isTarget = (node: ts.Node, parent: ts.Node): boolean =>
  tsc.isBinaryExpression(parent)
    ? parent.left === node
    : (tsc.isVariableDeclaration(parent) || tsc.isParameter(parent)) && parent.name === node;
