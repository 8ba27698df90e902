// Shorthands for the rows of the constructs' tables.
import { expressionOf, type Expression, type Maker } from '../generate/maker.ts';
import type { Node, Part } from '../generate/tree.ts';
import { isSame, type Type } from '../generate/types.ts';

type TypeOf<K extends Type['kind']> = Extract<Type, { readonly kind: K }>;

/** Of all types of a kind. */
export function ofKind<K extends Type['kind']>(
  weight: number,
  kind: K,
  make: (type: TypeOf<K>, maker: Maker, depth: number) => Node,
  applies: (type: TypeOf<K>, maker: Maker) => boolean = () => true,
): Expression {
  const isKind = (type: Type): type is TypeOf<K> => type.kind === kind;
  return {
    weight,
    applies: (type, maker) => isKind(type) && applies(type, maker),
    make: (type, maker, depth) => {
      if (!isKind(type)) throw new Error(`${type.text} is no ${kind}`);
      return make(type, maker, depth);
    },
  };
}

/** Of one type. */
export function ofType(
  weight: number,
  type: Type,
  make: (maker: Maker, depth: number) => readonly Part[] | Node,
  applies: (maker: Maker) => boolean = () => true,
): Expression {
  return {
    weight,
    applies: (wanted, maker) => isSame(wanted, type) && applies(maker),
    make: (_, maker, depth) => {
      const made = make(maker, depth);
      return 'kind' in made ? made : expressionOf(type, made);
    },
  };
}

export const leaf = (row: Expression): Expression => ({ ...row, leaf: true });
