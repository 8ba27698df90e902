// Functions that the library declares and `check` defines, by the types of their arguments.
import type ts from 'typescript';
import type { SpaceOperation } from '../../builtins/space.ts';
import type { Expression } from '../../program/nodes.ts';
import { LIVE } from '../../program/live-types.ts';
import { STRING, VOID, type RtsType } from '../../program/types.ts';
import { builtin } from '../build.ts';
import type { Context } from '../context.ts';
import { isLibraryModulePath } from '../library-paths.ts';
import { hashOf, keyOf } from './collections.ts';
import { give, giveParts } from '../boundary/give.ts';
import { take, takeParts } from '../boundary/take.ts';
import type { Words } from '../boundary/library-calls.ts';
import { write, writeFields } from './json-text.ts';
import { askSpace } from '../space/operations.ts';
import { read, readItems } from './json-value.ts';

type Define = (
  given: readonly Expression[],
  node: ts.CallExpression,
  context: Context,
) => Expression;

const ofKey =
  (define: (key: Expression, node: ts.Expression, context: Context) => Expression): Define =>
  ([key], node, context) =>
    key ? define(key, node, context) : context.failed(node);

const written =
  (define: typeof write): Define =>
  ([out, value, ...layout], node, context) =>
    out && value ? define([out, value, ...layout], node, context) : context.failed(node);

/** By the type argument that is written. */
const reading =
  (
    define: (
      type: RtsType,
      reader: Expression,
      node: ts.Expression,
      context: Context,
    ) => Expression,
  ): Define =>
  ([reader], node, context) => {
    const [written] = node.typeArguments ?? [];
    const type = written && context.type(written);
    return reader && type ? define(type, reader, node, context) : context.failed(node);
  };

/** What crosses to or from JavaScript, by the type argument that is written. */
const crossing =
  (
    define: (type: RtsType, at: Words, value: Expression | undefined) => Expression | undefined,
  ): Define =>
  ([words, cursor, value], node, context) => {
    const [written] = node.typeArguments ?? [];
    const type = written && context.type(written);
    const made = words && cursor && type && define(type, { words, cursor, node, context }, value);
    return made ?? context.failed(node);
  };

/** An operation on a live value; null: of the type that the call has. */
const asking =
  (name: SpaceOperation, result: RtsType | null): Define =>
  (operands, node, context) => {
    const own = result ?? context.typeFromTs(context.checker.getTypeAtLocation(node), node);
    return askSpace(name, { operands, result: own }, context.span(node), context);
  };

const DEFINED: ReadonlyMap<string, Define> = new Map([
  ['hashOf', ofKey(hashOf)],
  ['keyOf', ofKey(keyOf)],
  ['quoteJson', ofKey((text) => builtin('json.quote', [text], STRING, text.span))],
  ['write', written(write)],
  ['writeFields', written(writeFields)],
  ['read', reading(read)],
  ['fromWords', crossing(take)],
  [
    'partsFromWords',
    crossing((type, at) => (type.kind === 'object' ? takeParts(type, at) : undefined)),
  ],
  ['toWords', crossing((_, at, value) => value && give(value, at))],
  [
    'partsToWords',
    crossing((type, at, value) =>
      value && type.kind === 'object' ? giveParts(value, type, at) : undefined,
    ),
  ],
  ['openIterator', asking('openIterator', LIVE)],
  ['nextItem', asking('nextItem', null)],
  ['closeIterator', asking('closeIterator', VOID)],
  ['caught', asking('caught', LIVE)],
  ['raise', asking('throw', VOID)],
  ['makePromise', asking('makePromise', null)],
  ['makeVoidPromise', asking('makePromise', null)],
  [
    'readItems',
    reading((type, reader, node, context) =>
      type.kind === 'object' ? readItems(type, reader, node, context) : context.failed(node),
    ),
  ],
]);

/** undefined for a call of every other function. */
export function definedCall(
  { name, valueDeclaration }: ts.Symbol,
  node: ts.CallExpression,
  context: Context,
): Expression | undefined {
  const define = DEFINED.get(name);
  if (!define || !valueDeclaration) return undefined;
  if (!isLibraryModulePath(valueDeclaration.getSourceFile().fileName)) return undefined;
  const given = node.arguments.map((argument) => context.expression(argument));
  return define(given, node, context);
}
