// Every kind of syntax that TypeScript has: its handler, its refusal, or the part that another handler reads. The
// table is total: a kind that a new TypeScript brings fails to compile here.
import type ts from 'typescript';
import { E } from '../diagnostics/codes.ts';
import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import { arrayLiteral } from './expressions/array-literal.ts';
import { functionLiteral } from './closures/function-literal.ts';
import { asExpression } from './expressions/as.ts';
import { assignment } from './expressions/assignment.ts';
import { binaryEffect, binaryExpression, type BinaryHandlers } from './expressions/binary.ts';
import { callExpression } from './expressions/call.ts';
import { comma, commaEffect } from './expressions/comma.ts';
import { comparison } from './expressions/comparison.ts';
import { compoundAssignment } from './expressions/compound-assignment.ts';
import { conditionalEffect, conditionalExpression } from './expressions/conditional.ts';
import {
  falseLiteral,
  nullLiteral,
  stringLiteral,
  trueLiteral,
} from './expressions/constant-literal.ts';
import { templateExpression } from './text/concat.ts';
import { elementAccessExpression } from './expressions/element-access.ts';
import { identifier } from './expressions/identifier.ts';
import { inOperator } from './expressions/in-operator.ts';
import { instanceOf } from './expressions/instance-of.ts';
import { logicalCondition, logicalEffect, logicalExpression } from './expressions/logical.ts';
import { logicalAssignment, logicalAssignmentEffect } from './expressions/logical-assignment.ts';
import { metaProperty } from './expressions/meta-property.ts';
import { newExpression } from './expressions/new.ts';
import { nonNullExpression } from './expressions/non-null.ts';
import { bigIntLiteral, numericLiteral } from './expressions/numeric-literal.ts';
import { parenthesizedEffect, parenthesizedExpression } from './expressions/parenthesized.ts';
import { propertyAccessExpression } from './expressions/property-access.ts';
import { thisExpression } from './expressions/this.ts';
import { taggedTemplate } from './expressions/tagged-template.ts';
import { typeofExpression } from './expressions/typeof.ts';
import { objectLiteral } from './expressions/object-literal.ts';
import {
  postfixUnaryEffect,
  postfixUnaryExpression,
  prefixUnaryExpression,
} from './expressions/unary.ts';
import { voidExpression } from './expressions/void.ts';
import type { EffectHandler, ExpressionHandler, StatementHandler } from './handler.ts';
import { block, emptyStatement } from './statements/block.ts';
import { expressionStatement } from './statements/expression-statement.ts';
import { yieldExpression } from './generators/yield.ts';
import { classStatement } from './statements/class.ts';
import { forOfStatement } from './statements/for-of.ts';
import { ifStatement } from './statements/if.ts';
import { breakStatement, continueStatement, labeledStatement } from './statements/jump.ts';
import { doStatement, forStatement, whileStatement } from './statements/loops.ts';
import { returnStatement } from './statements/return.ts';
import { switchStatement } from './statements/switch.ts';
import { throwStatement } from './statements/throw.ts';
import { tryStatement } from './statements/try.ts';
import { variableStatement } from './statements/variable.ts';
import { tsc } from './tsc.ts';

export type Entry =
  | { readonly role: 'expression'; readonly handler: ExpressionHandler }
  | { readonly role: 'statement'; readonly handler: StatementHandler }
  | { readonly role: 'refused'; readonly code: DiagnosticCode<Record<string, never>> }
  /** A type: its meaning is that of TypeScript's type for it. */
  | { readonly role: 'type' }
  /** Stands at module level only; `declarations/` reads it. */
  | { readonly role: 'declaration' }
  /** Read by the handler of what it stands in. */
  | { readonly role: 'part' };

const expression = (handler: ExpressionHandler): Entry => ({ role: 'expression', handler });
const statement = (handler: StatementHandler): Entry => ({ role: 'statement', handler });
const refused = (code: DiagnosticCode<Record<string, never>>): Entry => ({ role: 'refused', code });
const TYPE: Entry = { role: 'type' };
const PART: Entry = { role: 'part' };
const DECLARATION: Entry = { role: 'declaration' };

type KindName = keyof typeof ts.SyntaxKind;
/** Tokens are parts of what they stand in; keywords that stand alone for a value or type have rows of their own. */
type Token =
  | `${string}Token`
  | `${string}Trivia`
  | `JSDoc${string}`
  | Exclude<KindName & `${string}Keyword`, ValueKeyword | TypeKeyword>;
type ValueKeyword = 'TrueKeyword' | 'FalseKeyword' | 'NullKeyword' | 'ThisKeyword' | 'SuperKeyword';
type TypeKeyword = `${
  | 'Any'
  | 'Boolean'
  | 'Never'
  | 'Number'
  | 'Object'
  | 'String'
  | 'Symbol'
  | 'Undefined'
  | 'Unknown'
  | 'BigInt'
  | 'Void'
  | 'Intrinsic'}Keyword`;
/** Second names of kinds. */
type Marker = `First${string}` | `Last${string}` | 'Count';
type RowName = Exclude<KindName, Token | Marker>;

const BINARY: BinaryHandlers = {
  comparison,
  logical: logicalExpression,
  logicalEffect,
  assignment,
  compoundAssignment,
  logicalAssignment,
  logicalAssignmentEffect,
  instanceOf,
  inOperator,
  comma,
  commaEffect,
};

const ROWS: { readonly [K in RowName]: Entry } = {
  // expressions
  NumericLiteral: expression(numericLiteral),
  BigIntLiteral: expression(bigIntLiteral),
  StringLiteral: expression(stringLiteral),
  NoSubstitutionTemplateLiteral: expression(stringLiteral),
  TrueKeyword: expression(trueLiteral),
  FalseKeyword: expression(falseLiteral),
  NullKeyword: expression(nullLiteral),
  Identifier: expression(identifier),
  ParenthesizedExpression: expression(parenthesizedExpression),
  SatisfiesExpression: expression(parenthesizedExpression),
  BinaryExpression: expression(binaryExpression(BINARY)),
  PrefixUnaryExpression: expression(prefixUnaryExpression),
  PostfixUnaryExpression: expression(postfixUnaryExpression),
  ConditionalExpression: expression(conditionalExpression),
  PropertyAccessExpression: expression(propertyAccessExpression),
  ElementAccessExpression: expression(elementAccessExpression),
  CallExpression: expression(callExpression),
  NewExpression: expression(newExpression),
  AsExpression: expression(asExpression),
  TypeAssertionExpression: expression(asExpression),
  TypeOfExpression: expression(typeofExpression),
  VoidExpression: expression(voidExpression),
  RegularExpressionLiteral: refused(E.regularExpression),
  TemplateExpression: expression(templateExpression),
  ArrayLiteralExpression: expression(arrayLiteral),
  ObjectLiteralExpression: expression(objectLiteral),
  TaggedTemplateExpression: expression(taggedTemplate),
  FunctionExpression: expression(functionLiteral),
  ArrowFunction: expression(functionLiteral),
  ClassExpression: refused(E.classExpression),
  DeleteExpression: refused(E.deleteOperator),
  AwaitExpression: refused(E.asynchronous),
  YieldExpression: expression(yieldExpression),
  SpreadElement: refused(E.spread),
  NonNullExpression: expression(nonNullExpression),
  MetaProperty: expression(metaProperty),
  ThisKeyword: expression(thisExpression),
  SuperKeyword: refused(E.superKeyword),
  ExpressionWithTypeArguments: refused(E.typeParameter),
  OmittedExpression: refused(E.arrayHole),

  // statements
  Block: statement(block),
  EmptyStatement: statement(emptyStatement),
  VariableStatement: statement(variableStatement),
  ExpressionStatement: statement(expressionStatement),
  IfStatement: statement(ifStatement),
  DoStatement: statement(doStatement),
  WhileStatement: statement(whileStatement),
  ForStatement: statement(forStatement),
  ForOfStatement: statement(forOfStatement),
  ContinueStatement: statement(continueStatement),
  BreakStatement: statement(breakStatement),
  ReturnStatement: statement(returnStatement),
  SwitchStatement: statement(switchStatement),
  LabeledStatement: statement(labeledStatement),
  ThrowStatement: statement(throwStatement),
  TypeAliasDeclaration: statement(emptyStatement),
  InterfaceDeclaration: statement(emptyStatement),
  ForInStatement: refused(E.forIn),
  WithStatement: refused(E.withStatement),
  TryStatement: statement(tryStatement),
  DebuggerStatement: refused(E.debuggerStatement),
  ClassDeclaration: statement(classStatement),
  ModuleDeclaration: refused(E.namespace),
  FunctionDeclaration: refused(E.nestedFunction),
  EnumDeclaration: refused(E.nestedEnum),

  // at module level
  ImportDeclaration: DECLARATION,
  ImportEqualsDeclaration: DECLARATION,
  ExportDeclaration: DECLARATION,
  ExportAssignment: DECLARATION,
  NamespaceExportDeclaration: DECLARATION,

  // types
  TypeReference: TYPE,
  UnionType: TYPE,
  IntersectionType: TYPE,
  ParenthesizedType: TYPE,
  LiteralType: TYPE,
  ArrayType: TYPE,
  TupleType: TYPE,
  FunctionType: TYPE,
  ConstructorType: TYPE,
  TypeLiteral: TYPE,
  TypeOperator: TYPE,
  AnyKeyword: TYPE,
  BooleanKeyword: TYPE,
  NeverKeyword: TYPE,
  NumberKeyword: TYPE,
  ObjectKeyword: TYPE,
  StringKeyword: TYPE,
  SymbolKeyword: TYPE,
  UndefinedKeyword: TYPE,
  UnknownKeyword: TYPE,
  BigIntKeyword: TYPE,
  VoidKeyword: TYPE,
  IntrinsicKeyword: refused(E.typeSyntax),
  TypePredicate: TYPE,
  TypeQuery: TYPE,
  OptionalType: refused(E.typeSyntax),
  RestType: refused(E.typeSyntax),
  ConditionalType: TYPE,
  InferType: refused(E.typeSyntax),
  ThisType: TYPE,
  IndexedAccessType: TYPE,
  MappedType: TYPE,
  NamedTupleMember: refused(E.typeSyntax),
  TemplateLiteralType: TYPE,
  TemplateLiteralTypeSpan: refused(E.typeSyntax),
  ImportType: refused(E.typeSyntax),

  // parts
  Unknown: PART,
  TemplateHead: PART,
  TemplateMiddle: PART,
  TemplateTail: PART,
  TemplateSpan: PART,
  PrivateIdentifier: PART,
  QualifiedName: PART,
  ComputedPropertyName: PART,
  TypeParameter: PART,
  Parameter: PART,
  Decorator: PART,
  PropertySignature: PART,
  PropertyDeclaration: PART,
  MethodSignature: PART,
  MethodDeclaration: PART,
  ClassStaticBlockDeclaration: PART,
  Constructor: PART,
  GetAccessor: PART,
  SetAccessor: PART,
  CallSignature: PART,
  ConstructSignature: PART,
  IndexSignature: PART,
  ObjectBindingPattern: PART,
  ArrayBindingPattern: PART,
  BindingElement: PART,
  SyntheticExpression: PART,
  SemicolonClassElement: PART,
  VariableDeclaration: PART,
  VariableDeclarationList: PART,
  ModuleBlock: PART,
  CaseBlock: PART,
  ImportClause: PART,
  NamespaceImport: PART,
  NamedImports: PART,
  ImportSpecifier: PART,
  NamedExports: PART,
  NamespaceExport: PART,
  ExportSpecifier: PART,
  MissingDeclaration: PART,
  ExternalModuleReference: PART,
  // JSX does not exist in .ts files.
  JsxElement: PART,
  JsxSelfClosingElement: PART,
  JsxFragment: PART,
  JsxText: PART,
  JsxTextAllWhiteSpaces: PART,
  JsxOpeningElement: PART,
  JsxClosingElement: PART,
  JsxOpeningFragment: PART,
  JsxClosingFragment: PART,
  JsxAttribute: PART,
  JsxAttributes: PART,
  JsxSpreadAttribute: PART,
  JsxExpression: PART,
  JsxNamespacedName: PART,
  CaseClause: PART,
  DefaultClause: PART,
  HeritageClause: PART,
  CatchClause: PART,
  ImportAttributes: PART,
  ImportAttribute: PART,
  AssertClause: PART,
  AssertEntry: PART,
  ImportTypeAssertionContainer: PART,
  PropertyAssignment: PART,
  ShorthandPropertyAssignment: PART,
  SpreadAssignment: PART,
  EnumMember: PART,
  SourceFile: PART,
  Bundle: PART,
  SyntaxList: PART,
  NotEmittedStatement: PART,
  NotEmittedTypeElement: PART,
  PartiallyEmittedExpression: PART,
  CommaListExpression: PART,
  SyntheticReferenceExpression: PART,
};

/** By kind; kinds without a row are tokens. */
export const SYNTAX: readonly (Entry | undefined)[] = byKind(ROWS);

/** Expressions that mean something else where their value is not used. */
export const EFFECTS: readonly (EffectHandler | undefined)[] = byKind<EffectHandler>({
  ParenthesizedExpression: parenthesizedEffect,
  BinaryExpression: binaryEffect(BINARY),
  PostfixUnaryExpression: postfixUnaryEffect,
  ConditionalExpression: conditionalEffect,
});

/** Expressions that mean something else where only their truth is used. */
export const CONDITIONS: readonly (EffectHandler | undefined)[] = byKind<EffectHandler>({
  ParenthesizedExpression: (node: ts.ParenthesizedExpression, context) =>
    context.condition(node.expression),
  BinaryExpression: logicalCondition,
});

function byKind<T>(rows: { readonly [K in RowName]?: T }): readonly (T | undefined)[] {
  const table: (T | undefined)[] = [];
  for (const [name, row] of Object.entries(rows)) table[tsc.SyntaxKind[name as RowName]] = row as T;
  return table;
}
