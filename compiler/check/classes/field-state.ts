// A field of a class: its type from its annotation, or when it is first needed from its initialiser.
import type ts from 'typescript';
import { E } from '../../diagnostics/codes.ts';
import type { Expression } from '../../program/nodes.ts';
import { nullableOf, type ObjectField, type RtsType } from '../../program/types.ts';
import { ERROR_TYPE, type Context } from '../context.ts';
import { hasModifier } from '../modifiers.ts';
import { constant } from '../numbers/literal.ts';
import { settle } from '../settle.ts';
import { tsc } from '../tsc.ts';
import { literalType } from '../unions/union-type.ts';
import { valueType } from '../variable-type.ts';

export type FieldNode = ts.PropertyDeclaration | ts.ParameterDeclaration;

/** What stands in an ObjectType until the program is complete: the type is found when somebody asks. */
export class FieldState implements ObjectField {
  readonly name: string;
  /** A parameter of the constructor with a modifier declares one too. */
  readonly node: FieldNode;
  readonly mutable: boolean;
  checked = false;
  /** Of the function that initialises the fields. */
  readonly #context: Context;
  #type: RtsType | null = null;
  #value: Expression | null | undefined;
  #isSearched = false;

  constructor(name: string, node: FieldNode, context: Context) {
    this.name = name;
    this.node = node;
    this.mutable = !hasModifier(node, tsc.SyntaxKind.ReadonlyKeyword);
    this.#context = context;
  }

  /** ERROR_TYPE after a report, also where it depends on itself: TypeScript reports that. */
  get type(): RtsType {
    if (this.#type) return this.#type;
    if (this.#isSearched) return ERROR_TYPE;
    this.#isSearched = true;
    this.#type = this.#find();
    return this.#type;
  }

  #find(): RtsType {
    const { node } = this;
    const tag = this.#tag();
    if (tag) return tag;
    if (!node.type) {
      const value = this.#initial(null);
      if (value) return value.type;
      return this.#context.fail(E.untypedVariable, node.name, { name: this.name }).type;
    }
    const type = valueType(node.type, this.#context);
    return node.questionToken && type !== ERROR_TYPE ? withUndefined(type) : type;
  }

  /** The constructor assigns it what it is given. */
  get isParameter(): boolean {
    return tsc.isParameter(this.node);
  }

  /** A `readonly` field that TypeScript says has one value; a derived class has to share the type of its base's field. */
  #tag(): RtsType | undefined {
    const { node } = this;
    if (this.mutable || !tsc.isPropertyDeclaration(node) || !node.initializer) return undefined;
    if (isInherited(node, this.#context)) return undefined;
    return literalType(this.#context.checker.getTypeAtLocation(node.name), this.#context);
  }

  /** Something is assigned when an object is made. */
  get hasValue(): boolean {
    if (this.isParameter) return false;
    return this.node.initializer !== undefined || isOptional(this.type);
  }

  /** What is assigned when an object is made; null for nothing, which leaves zero, false or null. */
  value(): Expression | null {
    const { type, node } = this;
    if (type === ERROR_TYPE || this.isParameter) return null;
    if (node.initializer) return this.#initial(type);
    if (!isOptional(type)) return null;
    return constant(type, undefined, this.#context.span(node));
  }

  #initial(type: RtsType | null): Expression | null {
    if (this.#value !== undefined) return this.#value;
    const { initializer } = this.node;
    if (!initializer) return (this.#value = null);
    const context = this.#context;
    this.#value = type
      ? context.value(initializer, type)
      : settle(context.expression(initializer), initializer, context);
    return this.#value;
  }
}

const withUndefined = (type: RtsType): RtsType =>
  type.kind === 'nullable'
    ? nullableOf(type.base, type.allowsNull, true)
    : nullableOf(type, false, true);

const isOptional = (type: RtsType): boolean => type.kind === 'nullable' && type.allowsUndefined;

function isInherited({ parent, name }: ts.PropertyDeclaration, { checker }: Context): boolean {
  const symbol = parent.name && checker.getSymbolAtLocation(parent.name);
  const declared = symbol && checker.getDeclaredTypeOfSymbol(symbol);
  const bases = declared?.isClassOrInterface() ? (declared.getBaseTypes() ?? []) : [];
  return bases.some((base) => base.getProperty(name.getText()) !== undefined);
}
