// Names of static members: `C.x`, found by the symbol of `x`.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Context } from '../context.ts';
import { hasModifier } from '../modifiers.ts';
import { skipParentheses } from '../parentheses.ts';
import { tsc } from '../tsc.ts';
import { isLibrary } from '../typescript.ts';

/** `this.x` in a static member: reported where a derived class could call it, so that `this` is one or the other. */
export function isStaticThis(node: ts.PropertyAccessExpression, context: Context): boolean {
  if (skipParentheses(node.expression).kind !== tsc.SyntaxKind.ThisKeyword) return false;
  const declaration = tsc.findAncestor(node, tsc.isClassDeclaration);
  const symbol = declaration?.name && context.symbol(declaration.name);
  if (symbol && !isExtended(symbol, context)) return false;
  context.report(E.staticThis, node.expression, {});
  return true;
}

const extended = new WeakMap<ts.Program, ReadonlySet<ts.Symbol>>();

/** A class of the program derives from it. */
function isExtended(symbol: ts.Symbol, context: Context): boolean {
  let bases = extended.get(context.program);
  if (!bases) extended.set(context.program, (bases = findBases(context)));
  return bases.has(symbol);
}

function findBases({ program, checker }: Context): ReadonlySet<ts.Symbol> {
  const bases = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (tsc.isClassLike(node))
      for (const { token, types } of node.heritageClauses ?? [])
        if (token === tsc.SyntaxKind.ExtendsKeyword)
          for (const one of types) {
            const base = checker.getTypeAtLocation(one).getSymbol();
            if (base) bases.add(base);
          }
    tsc.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!isLibrary(file)) visit(file);
  return bases;
}

export function isStaticMember(symbol: ts.Symbol): boolean {
  const member = symbol.valueDeclaration;
  return (
    member !== undefined &&
    tsc.isClassElement(member) &&
    tsc.isClassDeclaration(member.parent) &&
    hasModifier(member, tsc.SyntaxKind.StaticKeyword)
  );
}
