// What other modules can know of a module, as text: its declarations without the bodies that are compiled with it. A module that is compiled
// on its own depends on the interfaces of the modules that it uses, and on nothing else of them. Only the text decides, not what is
// found out about it: so an interface is there before anything is checked, and a body is left out only where no user of the module can see
// it. What may be seen is:
//
//   - the body of a function whose result is inferred, and of a generator;
//   - the bodies of generic functions and classes, which are compiled with who uses them (their lines stand beside, as messages have them);
//   - the value of a constant, which is folded; of a variable without a type;
//   - constructors: they say which fields may be read before they have a value.
import type ts from 'typescript';
import { mayMentionThis } from '../classes/this-escape.ts';
import { hasModifier } from '../modifiers.ts';
import { skipParentheses } from '../parentheses.ts';
import { returnsValue } from '../returns-value.ts';
import { tsc } from '../tsc.ts';

/** Of what the text is made; a new one is another interface. */
export const INTERFACE_VERSION = 1;

export interface InterfaceText {
  readonly text: string;
  /** Names that it uses. */
  readonly names: ReadonlySet<string>;
}

export function interfaceText(file: ts.SourceFile): InterfaceText {
  const writer = new InterfaceWriter(file);
  for (const statement of file.statements) writer.statement(statement);
  return { text: writer.text, names: writer.names };
}

type FunctionNode =
  | ts.FunctionDeclaration
  | ts.MethodDeclaration
  | ts.AccessorDeclaration
  | ts.ArrowFunction
  | ts.FunctionExpression;

class InterfaceWriter {
  readonly names = new Set<string>();
  readonly #file: ts.SourceFile;
  readonly #lines: string[] = [];

  constructor(file: ts.SourceFile) {
    this.#file = file;
  }

  get text(): string {
    return [...this.#lines, ''].join('\n');
  }

  statement(node: ts.Statement): void {
    if (tsc.isFunctionDeclaration(node)) this.#line(this.#function(node));
    else if (tsc.isClassDeclaration(node)) this.#class(node);
    else if (tsc.isVariableStatement(node)) this.#variables(node);
    else if (isDeclaration(node)) this.#line(this.#whole(node));
  }

  #line(text: string): void {
    this.#lines.push(text);
  }

  /** Comments inside are none of the interface, but for what they say with a tag. */
  #whole(node: ts.Node): string {
    this.#use(node);
    return `${this.#tags(node)}${node.getText(this.#file)}`;
  }

  /** With the place of a body that is compiled with its users. */
  #placed(node: ts.Node): string {
    const { line, character } = this.#file.getLineAndCharacterOfPosition(node.getStart(this.#file));
    return `/* ${line + 1}:${character + 1} */ ${this.#whole(node)}`;
  }

  #tags(node: ts.Node): string {
    const text = tsc
      .getJSDocCommentsAndTags(node)
      .map((comment) => comment.getText(this.#file))
      .filter((comment) => comment.includes('@'));
    return text.map((comment) => `${comment} `).join('');
  }

  #use(node: ts.Node): void {
    if (tsc.isIdentifier(node)) this.names.add(node.text);
    tsc.forEachChild(node, (child) => this.#use(child));
  }

  /** Up to `end`, all of it. */
  #head(node: ts.Node, end: ts.Node): string {
    tsc.forEachChild(node, (child) => {
      if (child !== end) this.#use(child);
    });
    const start = node.getStart(this.#file);
    return `${this.#tags(node)}${this.#file.text.slice(start, end.getStart(this.#file)).trimEnd()}`;
  }

  #function(node: FunctionNode): string {
    if (node.typeParameters) return this.#placed(node);
    if (!node.body) return this.#whole(node);
    if (node.asteriskToken || !isResultWritten(node)) return this.#whole(node);
    return `${this.#head(node, node.body)};`;
  }

  // ---- classes ----

  #class(node: ts.ClassDeclaration): void {
    if (node.typeParameters) return this.#line(this.#placed(node));
    const [first] = node.members;
    if (!first) return this.#line(this.#whole(node));
    for (const part of [...(node.modifiers ?? []), ...(node.heritageClauses ?? [])])
      this.#use(part);
    const head = this.#file.text.slice(node.getStart(this.#file), first.getFullStart());
    this.#line(`${this.#tags(node)}${head.trimEnd()}`);
    for (const member of node.members) this.#member(member);
    this.#line('}');
  }

  #member(node: ts.ClassElement): void {
    if (tsc.isClassStaticBlockDeclaration(node)) return;
    if (tsc.isMethodDeclaration(node) || tsc.isAccessor(node))
      this.#line(`  ${this.#function(node)}`);
    else if (tsc.isPropertyDeclaration(node)) this.#line(`  ${this.#property(node)}`);
    else this.#line(`  ${this.#whole(node)}`);
  }

  /** That a field has a value at all makes a function that gives it. */
  #property(node: ts.PropertyDeclaration): string {
    const { type, initializer } = node;
    const isSeen = hasModifier(node, tsc.SyntaxKind.StaticKeyword)
      ? !isMade(initializer)
      : initializer !== undefined && mayMentionThis(initializer);
    if (!type || !initializer || isSeen) return this.#whole(node);
    return `${this.#head(node, initializer)} …;`;
  }

  // ---- variables ----

  #variables(node: ts.VariableStatement): void {
    const isConst = (node.declarationList.flags & tsc.NodeFlags.Const) !== 0;
    const modifiers = node.modifiers?.map((one) => `${one.getText(this.#file)} `).join('') ?? '';
    for (const declared of node.declarationList.declarations)
      this.#line(
        `${this.#tags(node)}${modifiers}${isConst ? 'const' : 'let'} ${this.#variable(declared, isConst)}`,
      );
  }

  #variable(node: ts.VariableDeclaration, isConst: boolean): string {
    const { type, initializer } = node;
    const value = initializer && skipParentheses(initializer);
    if (value && (tsc.isArrowFunction(value) || tsc.isFunctionExpression(value)) && !type) {
      this.#use(node.name);
      return `${node.name.getText(this.#file)} = ${this.#function(value)}`;
    }
    if (!type || !initializer || !tsc.isIdentifier(node.name) || (isConst && !isMade(initializer)))
      return this.#whole(node);
    return `${this.#head(node, initializer)} …;`;
  }
}

/** Statements are none; of imports `interfaces.ts` adds what is used. */
const isDeclaration = (node: ts.Statement): boolean =>
  tsc.isExportDeclaration(node) ||
  tsc.isExportAssignment(node) ||
  tsc.isInterfaceDeclaration(node) ||
  tsc.isTypeAliasDeclaration(node) ||
  tsc.isEnumDeclaration(node) ||
  tsc.isModuleDeclaration(node);

/** The body does not decide what the function gives. */
function isResultWritten(node: FunctionNode): boolean {
  if (node.type || tsc.isSetAccessor(node)) return true;
  return node.body !== undefined && tsc.isBlock(node.body) && !returnsValue(node.body);
}

/** A new object: no constant that is folded. */
function isMade(node: ts.Expression | undefined): boolean {
  const value = node && skipParentheses(node);
  return (
    value !== undefined &&
    (tsc.isNewExpression(value) ||
      tsc.isArrayLiteralExpression(value) ||
      tsc.isObjectLiteralExpression(value))
  );
}
