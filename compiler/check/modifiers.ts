// `export`, `declare`, `default` … before a declaration.
import type ts from 'typescript';
import { tsc } from './tsc.ts';

export const hasModifier = (node: ts.Node, kind: ts.ModifierSyntaxKind): boolean =>
  tsc.canHaveModifiers(node) &&
  (tsc.getModifiers(node) ?? []).some((modifier) => modifier.kind === kind);
