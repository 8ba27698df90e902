// Objects of classes: `new`, methods, casts, instanceof.
import { expressionOf, type Expression, type Maker, type Variable } from '../generate/maker.ts';
import { parts, type Node, type Part } from '../generate/tree.ts';
import {
  BOOLEAN,
  isBase,
  isSame,
  type ClassType,
  type Method,
  type Type,
} from '../generate/types.ts';
import { leaf, ofKind, ofType } from './production.ts';

/** The class itself or one below it. */
function made(type: ClassType, maker: Maker, depth: number): Node {
  const concrete = maker.classes.filter((one) => !one.abstract && isBase(type, one));
  // A constructor may take an object of the class itself, which has to come from somewhere.
  const simple = concrete.filter(({ constructorTypes }) =>
    constructorTypes.every(({ kind }) => kind !== 'class'),
  );
  const chosen = maker.random.pick(depth <= 0 && simple.length > 0 ? simple : concrete);
  const args = chosen.constructorTypes.map((of) => maker.expression(of, depth));
  const list = args.flatMap((arg, index): readonly Part[] => (index === 0 ? [arg] : [', ', arg]));
  // TypeScript knows what `new` gives, and would take tests of it for decided.
  return expressionOf(
    type,
    parts`(new ${chosen.text}(${list}) as ${type.text})`,
    parts`new ${chosen.text}(${list})`,
  );
}

const isMakeable = (type: ClassType, maker: Maker): boolean =>
  maker.classes.some((one) => !one.abstract && isBase(type, one));

function methods(type: Type, maker: Maker): readonly (readonly [Variable, Method])[] {
  return maker.variables.flatMap((variable) => {
    const { type: of } = variable;
    if (of.kind !== 'class') return [];
    return of.methods
      .filter(({ result }) => isSame(result, type))
      .map((method) => [variable, method] as const);
  });
}

/** What a method costs at most: they call no functions. */
const METHOD_COST = 60;

function methodCall(type: Type, maker: Maker, depth: number): Node {
  const [{ text }, { name, parameters }] = maker.random.pick(methods(type, maker));
  maker.spend(METHOD_COST);
  return expressionOf(type, parts`${text}.${name}(${maker.list(parameters, depth)})`);
}

function cast(type: ClassType, maker: Maker): Node {
  const { text } = maker.random.pick(castable(type, maker));
  return expressionOf(
    type,
    parts`(${text} as ${type.text})`,
    parts`$.cast(${text}, ${type.text}, '${type.text}')`,
  );
}

const castable = (type: ClassType, maker: Maker): readonly Variable[] =>
  maker.variables.filter(
    ({ type: of }) => of.kind === 'class' && !isSame(of, type) && isBase(of, type),
  );

const tested = (maker: Maker): readonly Variable[] =>
  maker.variables.filter(({ type }) => type.kind === 'class');

function isInstance(maker: Maker): readonly Part[] {
  const { text, type } = maker.random.pick(tested(maker));
  const below = maker.classes.filter((one) => type.kind === 'class' && isBase(type, one));
  // Not the variable itself: TypeScript would know what it is not.
  return parts`((${text} as ${type.text}) instanceof ${maker.random.pick(below).text})`;
}

function isIdentical(maker: Maker): readonly Part[] {
  const { text, type } = maker.random.pick(tested(maker));
  return parts`(${text} ${maker.random.pick(['===', '!=='])} ${maker.random.pick(maker.variablesOf(type)).text})`;
}

export const OBJECTS: readonly Expression[] = [
  leaf(ofKind(8, 'class', made, isMakeable)),
  {
    weight: 10,
    make: methodCall,
    applies: (type, maker) => maker.canAfford(METHOD_COST) && methods(type, maker).length > 0,
  },
  ofKind(3, 'class', cast, (type, maker) => castable(type, maker).length > 0),
  ofType(2, BOOLEAN, isInstance, (maker) => tested(maker).length > 0),
  ofType(1, BOOLEAN, isIdentical, (maker) => tested(maker).length > 0),
];
