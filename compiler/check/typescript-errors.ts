// TypeScript's own errors → diagnostics: what our reports explain better is left out, names that RTypeScript does
// not have get codes of their own, the rest is RTS1001.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { Span } from '../source/source-file.ts';
import type { ProgramState } from './program-state.ts';
import { tsc } from './tsc.ts';
import { JAVASCRIPT_GLOBALS } from './javascript-globals.ts';

/** Our reports must be in the sink already. */
export function reportTypescriptErrors(
  errors: readonly ts.Diagnostic[],
  state: ProgramState,
): void {
  const ours = state.sink.sorted().map(({ span }) => span);
  for (const error of errors) {
    const span = spanOf(error, state);
    if (span && (isRefused(error, state) || ours.some((other) => other && overlaps(span, other))))
      continue;
    report(error, span, state);
  }
}

function report(error: ts.Diagnostic, span: Span | null, state: ProgramState): void {
  const text = tsc.flattenDiagnosticMessageText(error.messageText, '\n').split('\n')[0] ?? '';
  const globalName = UNKNOWN_NAME.has(error.code) ? /'([^']+)'/.exec(text)?.[1] : undefined;
  if (globalName !== undefined && JAVASCRIPT_GLOBALS.has(globalName))
    return state.sink.report(E.globalName, span, { name: globalName });
  const unknownMember = UNKNOWN_MEMBER.has(error.code)
    ? /^Property '([^']+)' does not exist on type '([^']+)'/.exec(text)
    : null;
  const [, member, type] = unknownMember ?? [];
  if (member !== undefined && type !== undefined && LIBRARY_TYPE.test(type))
    return state.sink.report(E.member, span, { member, type: type.replace(/Constructor$/, '') });
  state.sink.report(E.typescript, span, { message: text, number: error.code });
}

/** Cannot find name; did you mean; need to change your library; only refers to a type. */
const UNKNOWN_NAME: ReadonlySet<number> = new Set([
  2304, 2318, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2585, 2591, 2592, 2593, 2693, 2868,
]);
const UNKNOWN_MEMBER: ReadonlySet<number> = new Set([2339, 2550, 2551]);
/** Types whose members are JavaScript's, of which RTypeScript has some. */
const LIBRARY_TYPE =
  /^(string|number|bigint|boolean|String|Number|Math|(Number|TypedArray)Constructor.*|ArrayBuffer|DataView|\w*Array|.*\[\]|".*"|\d+)$/;

function spanOf(error: ts.Diagnostic, state: ProgramState): Span | null {
  if (!error.file || error.start === undefined) return null;
  const statement = returnAt(error.file, error.start);
  const end = statement ? statement.end : error.start + (error.length ?? 0);
  return { file: state.file(error.file), start: error.start, end };
}

/** TypeScript marks only the keyword of a `return` whose value is wrong. */
function returnAt(node: ts.Node, position: number): ts.Node | undefined {
  if (tsc.isReturnStatement(node) && node.getStart() === position) return node;
  return tsc.forEachChild(node, (child) =>
    child.pos <= position && position < child.end ? returnAt(child, position) : undefined,
  );
}

/** Inside of what is refused as a whole. */
const isRefused = (error: ts.Diagnostic, { refused }: ProgramState): boolean =>
  refused.some(
    (node) =>
      node.getSourceFile() === error.file &&
      error.start !== undefined &&
      node.pos <= error.start &&
      error.start < node.end,
  );

const overlaps = (a: Span, b: Span): boolean =>
  a.file === b.file && a.start < b.end && b.start < Math.max(a.end, a.start + 1);
