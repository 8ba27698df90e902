// TypeScript's generators, and the iterators that the language's own objects give → the classes of generators.
import type ts from 'typescript';
import type { RtsType } from '../../program/types.ts';
import { E } from '../../diagnostics/codes.ts';
import { ERROR_TYPE, type Context, type ExpectedFunction } from '../context.ts';
import type { GeneratorClass } from './generator-class.ts';
import { iterationTypes, iteratorResultFromTs, libraryTypeName } from './iteration-types.ts';

const GENERATORS: ReadonlySet<string | undefined> = new Set(['Generator', 'IterableIterator']);

export const isGeneratorType = (type: ts.Type): boolean => GENERATORS.has(libraryTypeName(type));

/** null after a report at `node`. */
export function generatorOf(type: ts.Type, node: ts.Node, context: Context): GeneratorClass | null {
  const types = iterationTypes(type, node, context);
  return types && context.classes.generators.of(types, type, node, context);
}

/** A generator, or what its `next` gives; undefined for every other type. */
export function iterationFromTs(
  type: ts.Type,
  node: ts.Node,
  context: Context,
): RtsType | undefined {
  if (!isGeneratorType(type)) return iteratorResultFromTs(type, node, context);
  return generatorOf(type, node, context)?.type ?? ERROR_TYPE;
}

const ITERATION: ReadonlySet<string | undefined> = new Set([...GENERATORS, 'Iterator', 'Iterable']);

export interface GeneratorResult {
  readonly made: GeneratorClass;
  /** What it is declared to give: the class, or an interface that it stands behind. */
  readonly type: RtsType;
}

/** What a generator function gives; null after a report. */
export function generatorResult(
  node: ts.SignatureDeclaration,
  expected: ExpectedFunction | null,
  context: Context,
): GeneratorResult | null {
  const { checker } = context;
  const known = expected?.result && context.classes.generators.find(expected.result);
  if (known && !node.type) return { made: known, type: known.type };
  const signature = checker.getSignatureFromDeclaration(node);
  const declared = signature && checker.getReturnTypeOfSignature(signature);
  if (!declared) return null;
  const written = node.type ?? node;
  if (ITERATION.has(libraryTypeName(declared))) {
    const made = generatorOf(declared, written, context);
    const type = made && context.typeFromTs(declared, written);
    return made && type && type !== ERROR_TYPE ? { made, type } : null;
  }
  context.report(E.generatorType, written, { type: checker.typeToString(declared) });
  return null;
}
