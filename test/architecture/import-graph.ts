// Source texts → their imports, the breaches of the allowed-import table, and the run-time cycles.
import { posix } from 'node:path';
import ts from 'typescript';
import { PURE_NODE_MODULES, type Row } from './edges.ts';
import type { Tree } from './repository.ts';

export interface Import {
  /** A path from the repository root for a relative import, else the specifier itself. */
  readonly target: string;
  readonly isRelative: boolean;
  /** Erased by the compiler: `import type`, `export type … from`, `import('…')` in a type. */
  readonly isType: boolean;
  readonly line: number;
}

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

export function findImports(path: string, text: string): readonly Import[] {
  const file = parse(path, text);
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = importedBy(node);
    if (found) {
      const isRelative = found.specifier.startsWith('.');
      const target = isRelative
        ? posix.join(posix.dirname(path), found.specifier)
        : found.specifier;
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      imports.push({ target, isRelative, isType: found.isType, line });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return imports;
}

function importedBy(node: ts.Node): { specifier: string; isType: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: node.moduleSpecifier.text, isType };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    const specifier = node.moduleSpecifier as ts.StringLiteral;
    return { specifier: specifier.text, isType: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const literal = node.argument.literal as ts.StringLiteral;
    return { specifier: literal.text, isType: true };
  }
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments;
    const isImport =
      node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(node.expression) && node.expression.text === 'require');
    if (isImport && argument && ts.isStringLiteralLike(argument)) {
      return { specifier: argument.text, isType: false };
    }
  }
  return undefined;
}

/** Lines on which the global `process` is used: by name, or through `globalThis`. */
export function findProcessUses(path: string, text: string): readonly number[] {
  const file = parse(path, text);
  const uses: number[] = [];
  let isOwnName = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === 'process') {
      if (isDeclaredHere(node)) isOwnName = true;
      else if (isGlobal(node))
        uses.push(file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return isOwnName ? [] : uses;
}

function isDeclaredHere(name: ts.Identifier): boolean {
  const { parent } = name;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent)) &&
    parent.name === name
  );
}

function isGlobal(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) {
    return parent.expression === name || parent.expression.getText() === 'globalThis';
  }
  const isMemberName =
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent)) &&
    parent.name === name;
  return !isMemberName && !ts.isQualifiedName(parent);
}

/** The row that a path belongs to: the longest that is the path itself or a folder above it. */
export function rowOf(path: string, rows: readonly Row[]): Row | undefined {
  return rows
    .filter((row) => path === row.path || path.startsWith(`${row.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** One line for each import or use that the table does not allow. */
export function findBreaches(tree: Tree, rows: readonly Row[]): readonly string[] {
  return [...tree].flatMap(([path, text]) => {
    const row = rowOf(path, rows);
    if (!row) return [`${path}: belongs to no row of test/architecture/edges.ts`];
    const breaches = findImports(path, text).flatMap((found) => {
      const reason = refusal(row, found, rows);
      return reason === undefined ? [] : [`${path}:${found.line}: ${reason}`];
    });
    const uses = row.effects ? [] : findProcessUses(path, text);
    return [...breaches, ...uses.map((line) => `${path}:${line}: ${row.path} may not use process`)];
  });
}

function refusal(row: Row, found: Import, rows: readonly Row[]): string | undefined {
  const { target, isRelative, isType } = found;
  if (!isRelative) return outsideRefusal(row, target, isType);
  const to = rowOf(target, rows);
  if (!to) return `${row.path} may not import ${target}`;
  if (to === row || row.imports.includes(to.path)) return undefined;
  if (!row.types.includes(to.path)) return `${row.path} may not import ${to.path}`;
  return isType ? undefined : `${row.path} may import only types from ${to.path}`;
}

function outsideRefusal(row: Row, target: string, isType: boolean): string | undefined {
  // `import('fs')` is the same module as `node:fs`, and would slip past the rule below.
  if (target.startsWith('node:')) {
    const isAllowed = isType || row.effects || PURE_NODE_MODULES.includes(target);
    return isAllowed ? undefined : `${row.path} may not import ${target}`;
  }
  const parts = target.split('/');
  const name = target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? target);
  return row.packages.includes(name) ? undefined : `${row.path} may not import package ${name}`;
}

/** Import cycles that exist at run time, each as the list of its files. */
export function findCycles(tree: Tree): readonly (readonly string[])[] {
  const edges = new Map<string, readonly string[]>();
  for (const [path, text] of tree) {
    const values = findImports(path, text).filter((found) => found.isRelative && !found.isType);
    edges.set(
      path,
      [...new Set(values.map((found) => found.target))].filter((to) => tree.has(to)),
    );
  }
  return stronglyConnected(edges).filter(
    ([first, ...rest]) =>
      rest.length > 0 || (first !== undefined && edges.get(first)?.includes(first)),
  );
}

/** Tarjan's strongly connected components. */
function stronglyConnected(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const components: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): number => {
    const index = order.size;
    order.set(node, index);
    lowest.set(node, index);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      const reached = stack.includes(next) ? (lowest.get(next) ?? index) : index;
      lowest.set(node, Math.min(lowest.get(node) ?? index, reached));
    }
    if (lowest.get(node) === index) components.push(stack.splice(stack.indexOf(node)).toSorted());
    return index;
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return components;
}
