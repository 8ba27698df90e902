// Which variables closures capture, and how: found by a walk over TypeScript's tree before any of it is checked. A variable
// that never changes once a closure has captured it is captured by value; else it lives in a cell.
import type ts from 'typescript';
import { freeNames } from '../comptime/free-names.ts';
import { isModuleScope } from '../declarations/namespace.ts';
import { tsc } from '../tsc.ts';
import { creationOf } from './function-order.ts';

export interface Capture {
  /** It changes after a closure may have captured it, or is captured before it has its value. */
  readonly cell: boolean;
  /** A closure over it exists before its declaration is reached: reads in closures look (ECMA-262 9.1.1.1.6). */
  readonly early: boolean;
  /** Closures assign it, so that any call may. */
  readonly shared: boolean;
}

type Captures = ReadonlyMap<ts.Symbol, Capture>;

/** By top-level statement. */
const known = new WeakMap<ts.Node, Captures>();
const NONE: Captures = new Map();

/** undefined for a variable that no closure captures. */
export function captureOf(
  declaration: ts.Node,
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): Capture | undefined {
  const statement = topLevel(declaration);
  let captures = known.get(statement);
  if (!captures) known.set(statement, (captures = find(statement, checker)));
  return captures.get(symbol);
}

function topLevel(node: ts.Node): ts.Node {
  let at = node;
  while (!tsc.isSourceFile(at.parent)) at = at.parent;
  return at;
}

interface Uses {
  /** Closures in which it is used, as far out as the function that declares it. */
  readonly closures: ts.Node[];
  readonly assignments: ts.Identifier[];
}

function find(statement: ts.Node, checker: ts.TypeChecker): Captures {
  const uses = new Map<ts.Symbol, Uses>();
  for (const closure of functionsIn(statement))
    if (isInLocalScope(closure)) noteCaptured(closure, uses, checker);
  if (uses.size === 0) return NONE;
  noteAssignments(statement, uses, checker);
  return new Map(
    [...uses].flatMap(([symbol, found]): [ts.Symbol, Capture][] => {
      const declaration = symbol.valueDeclaration;
      return declaration ? [[symbol, judge(declaration, found, checker)]] : [];
    }),
  );
}

/** There may be variables around it that are not the module's. */
const isInLocalScope = (closure: ts.Node): boolean =>
  tsc.findAncestor(closure.parent, (at) => tsc.isFunctionLike(at) || LOCAL_SCOPES.has(at.kind)) !==
  undefined;

const LOCAL_SCOPES: ReadonlySet<ts.SyntaxKind> = new Set([
  tsc.SyntaxKind.Block,
  tsc.SyntaxKind.CaseBlock,
  tsc.SyntaxKind.ForStatement,
  tsc.SyntaxKind.ForOfStatement,
]);

/** All functions in the tree, those in functions too. */
function functionsIn(root: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (tsc.isFunctionLike(node) && 'body' in node) found.push(node);
    tsc.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function noteCaptured(closure: ts.Node, uses: Map<ts.Symbol, Uses>, checker: ts.TypeChecker): void {
  for (const { symbol } of freeNames(closure, checker)) {
    const declaration = symbol.valueDeclaration;
    const owner = declaration && scopeFunction(declaration);
    if (!declaration || !isLocal(declaration) || owner !== scopeFunction(closure)) continue;
    const found = uses.get(symbol);
    if (!found) uses.set(symbol, { closures: [closure], assignments: [] });
    else if (!found.closures.includes(closure)) found.closures.push(closure);
  }
}

/** A variable, parameter or function in a function or block: not at module level. */
export function isLocal(declaration: ts.Node): boolean {
  if (tsc.isParameter(declaration) || tsc.isBindingElement(declaration)) return true;
  if (tsc.isFunctionDeclaration(declaration)) return !isModuleScope(declaration.parent);
  if (!tsc.isVariableDeclaration(declaration)) return false;
  const statement = declaration.parent.parent;
  return !(tsc.isVariableStatement(statement) && isModuleScope(statement.parent));
}

/** The function that the node stands in; a parameter stands in its function, a function outside of itself. */
const scopeFunction = (node: ts.Node): ts.Node | undefined =>
  tsc.findAncestor(node.parent, (at) => tsc.isFunctionLike(at) && 'body' in at);

function noteAssignments(
  root: ts.Node,
  uses: ReadonlyMap<ts.Symbol, Uses>,
  checker: ts.TypeChecker,
): void {
  const visit = (node: ts.Node): void => {
    if (tsc.isIdentifier(node) && isAssigned(node)) {
      const symbol = tsc.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      if (symbol) uses.get(symbol)?.assignments.push(node);
    }
    tsc.forEachChild(node, visit);
  };
  visit(root);
}

/** Anywhere in the tree. */
export function isAssignedIn(root: ts.Node, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const uses = new Map<ts.Symbol, Uses>([[symbol, { closures: [], assignments: [] }]]);
  noteAssignments(root, uses, checker);
  return (uses.get(symbol)?.assignments.length ?? 0) > 0;
}

function isAssigned(name: ts.Identifier): boolean {
  let node: ts.Node = name;
  while (tsc.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  if (tsc.isPrefixUnaryExpression(parent) || tsc.isPostfixUnaryExpression(parent))
    return STEPS.has(parent.operator);
  if (tsc.isForOfStatement(parent)) return parent.initializer === node;
  if (tsc.isBinaryExpression(parent) && parent.left === node)
    return isAssignment(parent.operatorToken.kind);
  return isInPattern(node);
}

const isAssignment = (kind: ts.SyntaxKind): boolean =>
  kind >= tsc.SyntaxKind.FirstAssignment && kind <= tsc.SyntaxKind.LastAssignment;

const STEPS: ReadonlySet<ts.SyntaxKind> = new Set([
  tsc.SyntaxKind.PlusPlusToken,
  tsc.SyntaxKind.MinusMinusToken,
]);

/** `[a, b] = …`, `{ a, b: c } = …` */
function isInPattern(name: ts.Node): boolean {
  let node = name;
  while (isPatternPart(node.parent, node)) node = node.parent;
  return (
    node !== name &&
    tsc.isBinaryExpression(node.parent) &&
    node.parent.left === node &&
    node.parent.operatorToken.kind === tsc.SyntaxKind.EqualsToken
  );
}

const isPatternPart = (parent: ts.Node, node: ts.Node): boolean =>
  tsc.isArrayLiteralExpression(parent) ||
  tsc.isObjectLiteralExpression(parent) ||
  tsc.isShorthandPropertyAssignment(parent) ||
  tsc.isSpreadElement(parent) ||
  (tsc.isPropertyAssignment(parent) && parent.initializer === node);

function judge(
  declaration: ts.Declaration,
  { closures, assignments }: Uses,
  checker: ts.TypeChecker,
): Capture {
  const owner = scopeFunction(declaration);
  const shared = assignments.some((node) => scopeFunction(node) !== owner);
  const created = closures.map((closure) => creationOf(closure, checker));
  const early = created.some((place) => isBefore(place, declaration, closures));
  const changes =
    shared ||
    created.some((place) =>
      assignments.some((node) => node.pos >= place.pos || isRepeated(place, node, declaration)),
    );
  return { cell: changes || early, early, shared };
}

function isBefore(
  place: ts.Node,
  declaration: ts.Declaration,
  closures: readonly ts.Node[],
): boolean {
  // Functions declared in one block exist together, before any of them can be called.
  if (tsc.isParameter(declaration) || tsc.isFunctionDeclaration(declaration)) return false;
  const { initializer } = declaration as ts.VariableDeclaration;
  // `const f = () => f()` is the closure itself where it is used in it.
  if (initializer && closures.every((closure) => isFunctionOf(declaration, closure))) return false;
  if (isFunctionOf(declaration, place)) return false;
  return place.pos < declaration.end || isInOtherCase(place, declaration);
}

function isFunctionOf(declaration: ts.Declaration, closure: ts.Node): boolean {
  if (!tsc.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const isConst = (tsc.getCombinedNodeFlags(declaration) & tsc.NodeFlags.Const) !== 0;
  return isConst && declaration.initializer === closure;
}

/** Control can jump past a declaration to another case of its switch. */
function isInOtherCase(place: ts.Node, declaration: ts.Node): boolean {
  const clause = tsc.findAncestor(declaration, tsc.isCaseOrDefaultClause);
  return (
    clause !== undefined &&
    clause === enclosingClause(declaration) &&
    place.pos >= clause.end &&
    place.end <= clause.parent.end
  );
}

const enclosingClause = (declaration: ts.Node): ts.Node | undefined => {
  const statement = tsc.findAncestor(declaration, tsc.isStatement);
  return statement && tsc.isCaseOrDefaultClause(statement.parent) ? statement.parent : undefined;
};

/** Both stand in a loop that does not make the variable anew each time. */
function isRepeated(place: ts.Node, assignment: ts.Node, declaration: ts.Node): boolean {
  const loop = tsc.findAncestor(
    assignment,
    (at) => tsc.isIterationStatement(at, false) && place.pos >= at.pos && place.end <= at.end,
  );
  return loop !== undefined && !(declaration.pos >= loop.pos && declaration.end <= loop.end);
}
