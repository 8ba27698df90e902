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

/** The class of what a generator function gives; null after a report. */
export function generatorResult(
  node: ts.SignatureDeclaration,
  expected: ExpectedFunction | null,
  context: Context,
): GeneratorClass | null {
  const { checker } = context;
  const known = expected?.result && context.classes.generators.find(expected.result);
  if (known && !node.type) return known;
  const signature = checker.getSignatureFromDeclaration(node);
  const type = signature && checker.getReturnTypeOfSignature(signature);
  if (!type) return null;
  const written = node.type ?? node;
  if (isGeneratorType(type)) return generatorOf(type, written, context);
  context.report(E.generatorType, written, { type: checker.typeToString(type) });
  return null;
}
