// What gives values of any type: variables, fields, conditionals, calls, commas, assignments.
import {
  adapting,
  expressionOf,
  type Callable,
  type Expression,
  type Maker,
  type Variable,
} from '../generate/maker.ts';
import { parts, type Node } from '../generate/tree.ts';
import { isSame, type Type } from '../generate/types.ts';
import { storable } from '../statements/storing.ts';

function read(type: Type, maker: Maker): Node {
  return readOf(type, maker.random.pick(maker.variablesOf(type)).text);
}

function readOf(type: Type, text: string): Node {
  const value = expressionOf(type, [text]);
  // TypeScript may have seen its value, and takes it for a type.
  return type.kind === 'boolean' ? adapting(value, 'constant') : value;
}

/** Fields, places of tuples, and the values of nullables, of variables. */
function partsOf(type: Type, maker: Maker): readonly string[] {
  return maker.variables.flatMap(({ text, type: of }): readonly string[] => {
    if (of.kind === 'record' || of.kind === 'class')
      return of.fields
        .filter((field) => isSame(field.type, type))
        .map(({ name }) => `${text}.${name}`);
    if (of.kind !== 'tuple') return [];
    return of.items.flatMap((item, index) => (isSame(item, type) ? [`${text}[${index}]`] : []));
  });
}

function callable(type: Type, maker: Maker): readonly Callable[] {
  return maker.functions.filter(
    ({ result, cost }) => isSame(result, type) && maker.canAfford(cost),
  );
}

function call(type: Type, maker: Maker, depth: number): Node {
  const called = maker.random.pick(callable(type, maker));
  maker.spend(called.cost);
  return expressionOf(type, parts`${called.name}(${maker.givenTo(called, depth)})`);
}

function closures(type: Type, maker: Maker): readonly Variable[] {
  const found = maker.variablesWith((of) =>
    of.kind === 'function' && isSame(of.result, type) ? of : undefined,
  );
  return found.map(([variable]) => variable);
}

function closureCall(type: Type, maker: Maker, depth: number): Node {
  const { text, type: of } = maker.random.pick(closures(type, maker));
  if (of.kind !== 'function') throw new Error(`${of.text} is no function`);
  maker.spend(10);
  // Closures may reach each other through fields: their calls are counted.
  return expressionOf(type, parts`(enter(), ${text}(${maker.list(of.parameters, depth)}))`);
}

function conditional(type: Type, maker: Maker, depth: number): Node {
  const [yes, no] = [maker.typed(type, depth), maker.typed(type, depth)];
  return expressionOf(type, parts`(${maker.condition(depth)} ? ${yes} : ${no})`);
}

function assignment(type: Type, maker: Maker, depth: number): Node {
  const { text } = maker.random.pick(maker.variablesOf(type).filter(({ mutable }) => mutable));
  // The type of an assignment is that of what is assigned.
  return adapting(
    expressionOf(type, parts`(${text} = ${storable(type, maker, depth)})`),
    'constant',
  );
}

/** Says in the trace when it is evaluated. */
function tapped(type: Type, maker: Maker, depth: number): Node {
  const value = maker.typed(type, depth);
  return expressionOf(type, parts`tap<${type.text}>('${maker.fresh('t')}', ${value})`);
}

/** A value of an array or map that may be missing, with another one for that case. */
function itemOrElse(type: Type, maker: Maker, depth: number): Node {
  const [{ text, type: of }, key] = maker.random.pick(
    maker.variablesWith((one) => {
      if (one.kind === 'array' && isSame(one.element, type)) return one.element;
      return one.kind === 'map' && isSame(one.value, type) ? one.key : undefined;
    }),
  );
  const other = maker.typed(type, depth);
  if (of.kind === 'map')
    return expressionOf(type, parts`(${text}.get(${maker.expression(key, depth)}) ?? ${other})`);
  const at = maker.random.pick([
    'at(0)',
    'at(-1)',
    'at(2)',
    `find((item) => tap<boolean>('${maker.fresh('t')}', true))`,
  ]);
  return expressionOf(type, parts`(${text}.${at} ?? ${other})`);
}

const holdsItems = (type: Type, maker: Maker): boolean =>
  type.kind !== 'nullable' &&
  maker.variables.some(
    ({ type: of }) =>
      (of.kind === 'array' && isSame(of.element, type)) ||
      (of.kind === 'map' && isSame(of.value, type)),
  );

export const PLACES: readonly Expression[] = [
  {
    weight: 30,
    leaf: true,
    make: read,
    applies: (type, maker) => maker.variablesOf(type).length > 0,
  },
  {
    weight: 12,
    leaf: true,
    make: (type, maker) => readOf(type, maker.random.pick(partsOf(type, maker))),
    applies: (type, maker) => partsOf(type, maker).length > 0,
  },
  { weight: 8, make: call, applies: (type, maker) => callable(type, maker).length > 0 },
  {
    weight: 8,
    make: closureCall,
    applies: (type, maker) => maker.canAfford(10) && closures(type, maker).length > 0,
  },
  { weight: 4, make: conditional, applies: () => true },
  {
    weight: 2,
    make: assignment,
    applies: (type, maker) => maker.variablesOf(type).some(({ mutable }) => mutable),
  },
  { weight: 2, make: tapped, applies: ({ kind }) => kind !== 'function' },
  { weight: 5, make: itemOrElse, applies: holdsItems },
];
