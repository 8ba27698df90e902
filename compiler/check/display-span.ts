// Where a report points: the name of a large declaration, the first line of what is longer than one.
import type ts from 'typescript';
import { tsc } from './tsc.ts';

export function displaySpan(node: ts.Node, file: ts.SourceFile): { start: number; end: number } {
  const name = isLarge(node) ? tsc.getNameOfDeclaration(node as ts.Declaration) : undefined;
  const shown = name ?? node;
  const start = shown.getStart(file);
  const lineEnd = /\r?\n|$/.exec(file.text.slice(start, shown.end))?.index;
  return { start, end: lineEnd === undefined ? shown.end : start + lineEnd };
}

const isLarge = (node: ts.Node): boolean =>
  tsc.isFunctionLike(node) ||
  tsc.isClassLike(node) ||
  tsc.isModuleDeclaration(node) ||
  tsc.isEnumDeclaration(node) ||
  tsc.isInterfaceDeclaration(node);
