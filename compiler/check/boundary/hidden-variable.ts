// Variables of the module that the boundary keeps things in: one for each key, filled before all others.
import type { Expression, GlobalVariable } from '../../program/nodes.ts';
import { assign } from '../build.ts';
import type { Words } from './library-calls.ts';

/** A read of it; `first` is its value in the beginning. */
export function hiddenVariable(
  key: object,
  name: string,
  first: Expression,
  { node, context }: Pick<Words, 'node' | 'context'>,
): Expression & { readonly kind: 'read' } {
  const span = context.span(node);
  const global = context.made.hidden(key, () => {
    const made: GlobalVariable = {
      id: context.made.uniqueId(name),
      name,
      type: first.type,
      mutable: true,
      constant: null,
      span,
      documentation: '',
    };
    return { global: made, value: assign({ kind: 'global', global: made }, first, span) };
  });
  return { kind: 'read', place: { kind: 'global', global }, type: global.type, span };
}
