// Variables of the module that the boundary keeps things in: one for each key, filled before all others.
import type { Expression, GlobalVariable } from '../../program/nodes.ts';
import type { Span } from '../../source/source-file.ts';
import { assign } from '../build.ts';
import type { Context } from '../context.ts';
import type { Words } from './library-calls.ts';

/** `name` has a blank in it: no name of a program does. `first`: its value in the beginning. */
export const hiddenGlobal = (
  key: object,
  name: string,
  first: () => Expression,
  span: Span,
  { made }: Pick<Context, 'made'>,
): GlobalVariable =>
  made.hidden(key, () => {
    const value = first();
    const global: GlobalVariable = {
      id: made.uniqueId(name),
      name,
      type: value.type,
      mutable: true,
      constant: null,
      span,
      documentation: '',
    };
    return { global, value: assign({ kind: 'global', global }, value, span) };
  });

/** A read of it. */
export function hiddenVariable(
  key: object,
  name: string,
  first: () => Expression,
  { node, context }: Pick<Words, 'node' | 'context'>,
): Expression & { readonly kind: 'read' } {
  const span = context.span(node);
  const global = hiddenGlobal(key, name, first, span, context);
  return { kind: 'read', place: { kind: 'global', global }, type: global.type, span };
}
