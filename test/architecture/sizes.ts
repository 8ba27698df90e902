// Source texts → the files and functions that are longer than allowed.
import ts from 'typescript';
import type { SizeException } from './exceptions.ts';
import { parse } from './import-graph.ts';
import type { Tree } from './repository.ts';

export const FILE_LIMIT = 500;
export const FUNCTION_LIMIT = 60;

interface Length {
  readonly path: string;
  readonly function?: string;
  readonly lines: number;
}

/** One line for each file over 500 lines, function over 60 lines, and exception that nothing needs. */
export function findOversized(tree: Tree, exceptions: readonly SizeException[]): readonly string[] {
  const tooLong = [...tree].flatMap(([path, text]) => lengthsOf(path, text)).filter(isOverLimit);
  const unneeded = exceptions.filter(
    (exception) => !tooLong.some((length) => isFor(exception, length)),
  );
  return [
    ...tooLong
      .filter(
        (length) => !exceptions.some((item) => isFor(item, length) && length.lines <= item.limit),
      )
      .map(({ path, function: name, lines }) =>
        name === undefined ? `${path}: ${lines} lines` : `${path}: ${name} has ${lines} lines`,
      ),
    ...unneeded.map(
      (item) => `${item.path}: the exception for ${item.function ?? 'it'} is not needed`,
    ),
  ];
}

function isFor(exception: SizeException, length: Length): boolean {
  return exception.path === length.path && exception.function === length.function;
}

function isOverLimit(length: Length): boolean {
  if (length.function === undefined) return length.lines > FILE_LIMIT;
  return length.path.startsWith('compiler/') && length.lines > FUNCTION_LIMIT;
}

function lengthsOf(path: string, text: string): readonly Length[] {
  const file = parse(path, text);
  const lineAt = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const lengths: Length[] = [{ path, lines: text.trimEnd().split('\n').length }];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineAt(node.end) - lineAt(node.getStart(file)) + 1;
      lengths.push({ path, function: functionName(node), lines });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return lengths;
}

function functionName(node: ts.SignatureDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const name = node.name ?? ('name' in node.parent ? (node.parent.name as ts.Node) : undefined);
  return name ? name.getText() : '(anonymous)';
}
