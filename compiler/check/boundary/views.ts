// Views of memory inside of other values: words are places in a list of the module, one list for each kind, which the glue fills before
// a call, reads after it, and empties.
import { viewExports, viewName, type ViewType } from '../../program/crossing.ts';
import type { CheckedFunction, Expression, Local } from '../../program/nodes.ts';
import { arrayOf, INT_TYPES, VOID, type RtsType } from '../../program/types.ts';
import type { Span } from '../../source/source-file.ts';
import { builtin, isize, ofSizes, readLocal, readPlace } from '../build.ts';
import type { Context } from '../context.ts';
import { hiddenGlobal } from './hidden-variable.ts';
import { madeOf } from './made-function.ts';

/** The list of a kind; `span`: of the file whose variable it is, where it is asked for first. */
export function listOfViews(view: ViewType, span: Span, context: Context): Expression {
  const type = arrayOf(view);
  const empty = (): Expression => ({ kind: 'array', items: [], type, span });
  const global = hiddenGlobal(view, `views by ${viewName(view)}`, empty, span, context);
  return readPlace({ kind: 'global', global }, type, span);
}

/** Appends the view; its place. */
export function putView(
  view: Expression,
  type: ViewType,
  span: Span,
  context: Context,
): Expression {
  const list = listOfViews(type, span, context);
  const length = builtin('array.push', [list, view], INT_TYPES.isize, span);
  return ofSizes('-', length, isize(1, span), span);
}

export const viewAt = (
  index: Expression,
  type: ViewType,
  span: Span,
  context: Context,
): Expression =>
  readPlace({ kind: 'array-item', array: listOfViews(type, span, context), index }, type, span);

/** The functions by the names of their exports. */
export function viewFunctions(
  view: ViewType,
  span: Span,
  context: Context,
): readonly (readonly [string, CheckedFunction])[] {
  const names = viewExports(view);
  const given: Local = { name: 'view', type: view, mutable: false };
  const index: Local = { name: 'index', type: INT_TYPES.isize, mutable: false };
  const list = listOfViews(view, span, context);
  const make = (
    name: string,
    parameter: Local,
    result: RtsType,
    value: Expression,
  ): readonly [string, CheckedFunction] => [
    name,
    context.made.once(name, () =>
      madeOf({ id: name.slice(1), parameters: [parameter], result }, value, span),
    ),
  ];
  return [
    make(names.put, given, INT_TYPES.isize, putView(readLocal(given, span), view, span, context)),
    make(names.get, index, view, viewAt(readLocal(index, span), view, span, context)),
    make(
      names.cut,
      index,
      VOID,
      builtin('array.truncate', [list, readLocal(index, span)], VOID, span),
    ),
  ];
}
