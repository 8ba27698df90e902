// When the functions declared in a block are made: as late as possible, before the first statement that uses them, itself
// or through another of them. ECMA-262 makes them at the block's beginning, which nobody can tell apart but by variables
// that do not exist yet: those that are declared before the first use are captured as they are.
import type ts from 'typescript';
import { tsc } from '../tsc.ts';
import { isOverloadSignature } from '../declarations/overloads.ts';

export interface FunctionOrder {
  /** By the statement before which they are made. */
  readonly before: ReadonlyMap<ts.Statement, readonly ts.FunctionDeclaration[]>;
  /** Nobody uses them. */
  readonly unused: readonly ts.FunctionDeclaration[];
  /** Used by one that is made before them: they are found through a cell. */
  readonly late: ReadonlySet<ts.FunctionDeclaration>;
}

const known = new WeakMap<ts.Node, FunctionOrder>();

/** `block` holds the statements `nodes`. */
export function functionOrder(
  block: ts.Node,
  nodes: readonly ts.Statement[],
  checker: ts.TypeChecker,
): FunctionOrder {
  let order = known.get(block);
  if (!order) known.set(block, (order = find(nodes, checker)));
  return order;
}

/** The node at whose beginning a function of the source becomes a closure. */
export function creationOf(closure: ts.Node, checker: ts.TypeChecker): ts.Node {
  const block = closure.parent;
  if (!tsc.isFunctionDeclaration(closure) || !('statements' in block)) return closure;
  const nodes = block.statements as readonly ts.Statement[];
  for (const [statement, functions] of functionOrder(block, nodes, checker).before)
    if (functions.includes(closure)) return statement;
  return closure;
}

function find(nodes: readonly ts.Statement[], checker: ts.TypeChecker): FunctionOrder {
  const functions = nodes.filter(
    (node): node is ts.FunctionDeclaration =>
      tsc.isFunctionDeclaration(node) && !isOverloadSignature(node),
  );
  const bySymbol = new Map<ts.Symbol, ts.FunctionDeclaration>();
  for (const one of functions) {
    const symbol = one.name && checker.getSymbolAtLocation(one.name);
    if (symbol && one.body) bySymbol.set(symbol, one);
  }
  const uses = new Map(functions.map((one) => [one, usesIn(one, bySymbol, checker)]));
  const made = new Set<ts.FunctionDeclaration>();
  const before = new Map<ts.Statement, ts.FunctionDeclaration[]>();
  for (const node of nodes) {
    if (tsc.isFunctionDeclaration(node)) continue;
    const group: ts.FunctionDeclaration[] = [];
    // Those that a function uses come first, as far as they do not use each other.
    const make = (one: ts.FunctionDeclaration): void => {
      if (made.has(one)) return;
      made.add(one);
      for (const used of uses.get(one) ?? []) make(used);
      group.push(one);
    };
    for (const one of usesIn(node, bySymbol, checker)) make(one);
    if (group.length > 0) before.set(node, group);
  }
  const late = new Set<ts.FunctionDeclaration>();
  for (const group of before.values())
    group.forEach((one, i) => {
      for (const used of uses.get(one) ?? []) if (group.indexOf(used) > i) late.add(used);
    });
  return { before, unused: functions.filter((one) => !made.has(one)), late };
}

function usesIn(
  root: ts.Node,
  functions: ReadonlyMap<ts.Symbol, ts.FunctionDeclaration>,
  checker: ts.TypeChecker,
): ReadonlySet<ts.FunctionDeclaration> {
  const names = new Set([...functions.keys()].map(({ name }) => name));
  const found = new Set<ts.FunctionDeclaration>();
  const visit = (node: ts.Node): void => {
    if (tsc.isIdentifier(node) && names.has(node.text)) {
      const symbol = tsc.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      const used = symbol && functions.get(symbol);
      if (used && used !== root) found.add(used);
    }
    tsc.forEachChild(node, visit);
  };
  visit(root);
  return found;
}
