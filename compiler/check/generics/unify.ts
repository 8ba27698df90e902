// What a value's type says about the type parameters in the declared type of its place: `T[]` and `i32[]` give T = i32.
import type ts from 'typescript';
import { interfacesOf, type ObjectType, type RtsType } from '../../program/types.ts';
import type { Context } from '../context.ts';
import { callSignature } from './call-signature.ts';
import { tsc } from '../tsc.ts';

/** Told of each type parameter that is met, and of what stands in its place. */
export type Meet = (parameter: ts.Symbol, type: RtsType) => void;

export class Unifier {
  readonly #checker: ts.TypeChecker;
  readonly #meet: Meet;
  readonly #seen = new Map<ObjectType, Set<ts.Type>>();
  readonly #classArguments: Context['classArguments'];

  constructor(checker: ts.TypeChecker, meet: Meet, classArguments: Context['classArguments']) {
    this.#checker = checker;
    this.#meet = meet;
    this.#classArguments = classArguments;
  }

  unify(declared: ts.Type, type: RtsType): void {
    const { flags } = declared;
    if (flags & tsc.TypeFlags.TypeParameter) {
      if (declared.symbol) this.#meet(declared.symbol, type);
    } else if (declared.isUnion()) this.#unifyUnion(declared, type);
    else if (declared.isIntersection()) this.#unifyIntersection(declared, type);
    else if (flags & tsc.TypeFlags.Object) this.#unifyObject(declared, type);
  }

  /** `T | null`: the value's type without null. Which side of `T | U` it is nobody knows. */
  #unifyUnion(declared: ts.UnionType, type: RtsType): void {
    const absent = tsc.TypeFlags.Null | tsc.TypeFlags.Undefined | tsc.TypeFlags.Void;
    const parts = declared.types.filter(({ flags }) => !(flags & absent));
    const [part] = parts;
    if (!part || parts.length > 1 || type.kind === 'null' || type.kind === 'undefined') return;
    this.unify(part, type.kind === 'nullable' ? type.base : type);
  }

  /** `T & {}` is T without null and undefined. */
  #unifyIntersection(declared: ts.IntersectionType, type: RtsType): void {
    const parameter = declared.types.find(({ flags }) => flags & tsc.TypeFlags.TypeParameter);
    if (parameter) this.unify(parameter, type.kind === 'nullable' ? type.base : type);
  }

  #unifyObject(declared: ts.Type, type: RtsType): void {
    const checker = this.#checker;
    switch (type.kind) {
      case 'nullable':
        return this.#unifyObject(declared, type.base);
      case 'array': {
        const [element] = checker.isArrayType(declared) ? argumentsOf(declared, checker) : [];
        if (element) this.unify(element, type.element);
        return;
      }
      case 'function': {
        const signature = callSignature(declared, checker);
        if (!signature) return;
        signature.getParameters().forEach((parameter, i) => {
          const given = type.parameters[i];
          if (given) this.unify(checker.getTypeOfSymbol(parameter), given);
        });
        return this.unify(signature.getReturnType(), type.result);
      }
      case 'object':
        return this.#unifyFields(declared, type);
    }
  }

  #unifyFields(declared: ts.Type, type: ObjectType): void {
    const checker = this.#checker;
    if (checker.isTupleType(declared))
      return argumentsOf(declared, checker).forEach((element, i) => {
        const field = type.fields[i];
        if (field) this.unify(element, field.type);
      });
    if (type.form === 'class' || type.form === 'interface') return this.#unifyClass(declared, type);
    // A record may mention itself.
    const seen = this.#seen.get(type) ?? new Set();
    this.#seen.set(type, seen);
    if (seen.has(declared)) return;
    seen.add(declared);
    for (const property of declared.getProperties()) {
      const field = type.fields.find(({ name }) => name === property.name);
      if (field) this.unify(checker.getTypeOfSymbol(property), field.type);
    }
  }

  /** The class itself, or that of its bases and interfaces which the declaration names. */
  #unifyClass(declared: ts.Type, type: ObjectType): void {
    const candidates = [...interfacesOf(type)];
    for (let at: ObjectType | null = type; at; at = at.base) candidates.unshift(at);
    for (const at of candidates) {
      const known = this.#classArguments(at);
      if (!known || known.symbol !== declared.symbol) continue;
      argumentsOf(declared, this.#checker).forEach((argument, i) => {
        const given = known.types[i];
        if (given) this.unify(argument, given);
      });
      return;
    }
  }
}

function argumentsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  const isReference =
    ((type as ts.ObjectType).objectFlags & tsc.ObjectFlags.Reference) !== 0 && 'target' in type;
  return isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
}
