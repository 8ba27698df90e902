// Values of unions: made of each member, tested, narrowed, compared.
import { expressionOf, type Expression, type Maker, type Variable } from '../generate/maker.ts';
import { parts, type Node, type Part } from '../generate/tree.ts';
import {
  BOOLEAN,
  isSame,
  STRING,
  typeofName,
  type Type,
  type UnionType,
} from '../generate/types.ts';
import { leaf, ofKind, ofType } from './production.ts';

/** Not the value alone: TypeScript would know which member it is. */
function ofMember(type: UnionType, maker: Maker, depth: number): Node {
  const member = maker.random.pick(type.members);
  return expressionOf(type, parts`(${maker.typed(member, depth)} as ${type.text})`);
}

const unions = (maker: Maker): readonly (Variable & { readonly type: UnionType })[] =>
  maker.variables.filter(
    (one): one is Variable & { readonly type: UnionType } => one.type.kind === 'union',
  );

/** Those with the type among their members. */
const holders = (type: Type, maker: Maker): ReturnType<typeof unions> =>
  unions(maker).filter(({ type: of }) => of.members.some((member) => isSame(member, type)));

/** A function of the value, so that the variable itself stays as wide as it was. */
function narrowed(type: Type, maker: Maker, depth: number): Node {
  const { text, type: union } = maker.random.pick(holders(type, maker));
  const other = maker.typed(type, depth);
  const test = `typeof x === '${typeofName(type)}'`;
  return expressionOf(
    type,
    maker.random.chance(0.5)
      ? parts`((x: ${union.text}): ${type.text} => (${test} ? x : ${other}))(${text})`
      : parts`((x: ${union.text}): ${type.text} => { if (!(${test})) return ${other}; return x; })(${text})`,
  );
}

function isOfType(maker: Maker): readonly Part[] {
  const { text, type } = maker.random.pick(unions(maker));
  const name = typeofName(maker.random.pick(type.members));
  // Not the variable itself: TypeScript would know what it is not.
  return parts`(typeof (${text} as ${type.text}) ${maker.random.pick(['===', '!=='])} '${name}')`;
}

function isEqual(maker: Maker, depth: number): readonly Part[] {
  const { text, type } = maker.random.pick(unions(maker));
  const other = maker.expression(type, depth);
  return parts`((${text} as ${type.text}) ${maker.random.pick(['===', '!=='])} ${other})`;
}

const truth = (maker: Maker): readonly Part[] => {
  const { text, type } = maker.random.pick(unions(maker));
  return parts`((${text} as ${type.text}) ? true : false)`;
};

/** Without objects, which have no text. */
const written = (maker: Maker): ReturnType<typeof unions> =>
  unions(maker).filter(({ type }) => type.members.every((one) => typeofName(one) !== 'object'));

const hasUnions = (maker: Maker): boolean => unions(maker).length > 0;

export const UNIONS: readonly Expression[] = [
  leaf(ofKind(8, 'union', ofMember)),
  {
    weight: 4,
    make: narrowed,
    applies: (type, maker) => holders(type, maker).length > 0,
  },
  ofType(3, BOOLEAN, isOfType, hasUnions),
  ofType(2, BOOLEAN, isEqual, hasUnions),
  ofType(1, BOOLEAN, truth, hasUnions),
  ofType(
    2,
    STRING,
    (maker) => parts`\`\${${maker.random.pick(written(maker)).text}}\``,
    (maker) => written(maker).length > 0,
  ),
  ofType(
    1,
    STRING,
    (maker) => {
      const { text, type } = maker.random.pick(unions(maker));
      return parts`(typeof (${text} as ${type.text}) as string)`;
    },
    hasUnions,
  ),
];
