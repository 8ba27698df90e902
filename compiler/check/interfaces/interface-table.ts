// The interfaces of a program: one type for each declaration and type arguments, for an inline type one for each set of members.
import type ts from 'typescript';
import { typeName } from '../../program/type-name.ts';
import { newInterface, type ObjectType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import type { DeclaredType } from '../declared-type.ts';
import type { ProgramState } from '../program-state.ts';
import { implementedSymbols } from './implemented-symbols.ts';
import { InterfaceInstance, type InterfaceMethod } from './interface-instance.ts';

export class InterfaceTable {
  readonly #state: ProgramState;
  readonly #named = new Map<string, ObjectType>();
  readonly #inline = new Map<string, ObjectType>();
  readonly #names = new Map<string, number>();
  #implemented: ReadonlySet<ts.Symbol> | null = null;

  constructor(state: ProgramState) {
    this.#state = state;
  }

  /** A class says that it implements it. */
  isImplemented(symbol: ts.Symbol): boolean {
    this.#implemented ??= implementedSymbols(this.#state);
    return this.#implemented.has(symbol);
  }

  /** Of an interface or alias; `bases` is asked when it is new. */
  named(
    { key, text, symbol, types }: DeclaredType,
    declared: ts.Type,
    node: ts.Node,
    context: Context,
    bases: () => ObjectType[],
  ): ObjectType {
    const known = this.#named.get(key);
    if (known) return known;
    const type = newInterface(this.#unique(text));
    this.#named.set(key, type);
    if (types.length > 0) this.#state.run.classes.set(type, { symbol, types });
    this.#add(type, declared, node, context);
    const extended = bases();
    if (extended.length > 0) type.interfaces = extended;
    return type;
  }

  inline(declared: ts.Type, node: ts.Node, context: Context): ObjectType {
    const type = newInterface(this.#unique('{…}'));
    const made = new InterfaceInstance(type, declared, node, context);
    const key = [...made.methods.values()].map(signatureText).sort().join('; ');
    const known = this.#inline.get(key);
    if (known) return known;
    // The same in every module.
    if (this.#state.part) (type as { name: string }).name = `interface {${key}}`;
    this.#inline.set(key, type);
    this.#state.run.interfaces.set(type, made);
    return type;
  }

  of(type: ObjectType): InterfaceInstance | undefined {
    return this.#state.run.interfaces.get(type);
  }

  #add(type: ObjectType, declared: ts.Type, node: ts.Node, context: Context): void {
    const made = new InterfaceInstance(type, declared, node, context);
    const { run } = this.#state;
    run.interfaces.set(type, made);
    // Its types have to be known when the program is complete.
    run.made.later(() => made.methods);
  }

  #unique(name: string): string {
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    return `interface ${name}${count === 1 ? '' : `#${count}`}`;
  }
}

const signatureText = ({ name, isOptional, function: made }: InterfaceMethod): string => {
  const types = made.parameters.slice(1).map(({ local }) => typeName(local.type));
  return `${name}${isOptional ? '?' : ''}(${types.join(', ')}): ${typeName(made.result)}`;
};
