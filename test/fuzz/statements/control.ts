// Branches, loops, switch, jumps.
import type { Maker, Statement, Target, Variable } from '../generate/maker.ts';
import { fixed, list, parts, statement, type Node } from '../generate/tree.ts';
import { I32, NUMBER, numeric, STRING, type Type } from '../generate/types.ts';
import { shown } from '../declarations/showing.ts';
import { expressionOf } from '../generate/maker.ts';

function branch(maker: Maker, depth: number): Node {
  const then = parts`if (${maker.condition(2)}) ${maker.block(depth)}`;
  return statement(maker.random.chance(0.5) ? then : parts`${then} else ${maker.block(depth)}`);
}

/** What stands behind the test of a nullable or of a class may use it. */
function narrowed(maker: Maker, depth: number): Node {
  const { text, type } = maker.random.pick(narrowable(maker));
  const name = maker.fresh('n');
  if (type.kind === 'nullable') {
    const body = maker.block(depth, [{ text: name, type: type.base, mutable: false }]);
    const test = maker.random.pick([`${name} !== ${type.absent}`, `${name} != null`]);
    return statement(parts`{\nconst ${name} = ${text};\nif (${test}) ${body}\n}`);
  }
  const below = maker.classes.filter(({ base }) => base?.text === type.text);
  const chosen = maker.random.pick(below);
  const body = maker.block(depth, [{ text: name, type: chosen, mutable: false }]);
  return statement(
    parts`{\nconst ${name}: ${type.text} = ${text};\nif (${name} instanceof ${chosen.text}) ${body}\n}`,
  );
}

const narrowable = (maker: Maker): readonly Variable[] =>
  maker.variables.filter(({ type }) =>
    type.kind === 'nullable'
      ? type.base.kind !== 'function'
      : maker.classes.some(({ base }) => base?.text === type.text),
  );

const ROUNDS = [1, 2, 3, 5, 9];

function loopBody(
  maker: Maker,
  depth: number,
  rounds: number,
  label: string | null,
  own: readonly Variable[],
): Node {
  return maker.inLoop({ label, loop: true }, () =>
    maker.repeated(rounds, () => maker.block(depth, own)),
  );
}

function labelOf(maker: Maker): readonly [string | null, string] {
  const label = maker.random.chance(0.25) ? maker.fresh('l') : null;
  return [label, label === null ? '' : `${label}: `];
}

function counting(maker: Maker, depth: number): Node {
  const { random } = maker;
  const rounds = random.pick(ROUNDS);
  const [label, prefix] = labelOf(maker);
  const type = random.pick([
    NUMBER,
    NUMBER,
    I32,
    numeric(random.pick(['u8', 'i64', 'u32', 'isize'] as const)),
  ]);
  const name = maker.fresh('i');
  const body = loopBody(maker, depth, rounds, label, [{ text: name, type, mutable: false }]);
  const one = type.bigint ? 'n' : '';
  const wide = type.wide ? 'n' : '';
  const annotation = type === NUMBER ? '' : `: ${type.text}`;
  if (random.chance(0.3))
    return statement(
      parts`${prefix}for (let ${name}${annotation} = ${String(rounds)}${one}; ${name} > 0${one}; ${name}--) ${body}`,
      parts`${prefix}for (let ${name} = ${String(rounds)}${wide}; ${name} > 0${wide}; ${name}--) ${body}`,
    );
  const step = random.pick([1, 1, 1, 2]);
  return statement(
    parts`${prefix}for (let ${name}${annotation} = 0${one}; ${name} < ${String(rounds * step)}${one}; ${name} += ${String(step)}${one}) ${body}`,
    parts`${prefix}for (let ${name} = 0${wide}; ${name} < ${String(rounds * step)}${wide}; ${name} += ${String(step)}${wide}) ${body}`,
  );
}

/** `for` to the length of an array, which may change meanwhile. */
function alongArray(maker: Maker, depth: number): Node {
  const { text } = maker.random.pick(
    walkable(maker).filter(({ type }) => type.kind === 'array' || type.kind === 'typed'),
  );
  const name = maker.fresh('i');
  const [label, prefix] = labelOf(maker);
  const body = loopBody(maker, depth, 8, label, [{ text: name, type: NUMBER, mutable: false }]);
  return statement(
    parts`${prefix}for (let ${name} = 0; ${name} < ${text}.length && ${name} < 20; ${name}++) ${body}`,
  );
}

function whileLoop(maker: Maker, depth: number): Node {
  const rounds = maker.random.pick(ROUNDS);
  const [label, prefix] = labelOf(maker);
  const name = maker.fresh('w');
  const body = loopBody(maker, depth, rounds, label, []);
  const test = maker.random.chance(0.5)
    ? parts`${name}-- > 0`
    : parts`${name}-- > 0 && ${maker.condition(2)}`;
  const loop = maker.random.chance(0.5)
    ? parts`${prefix}while (${test}) ${body}`
    : parts`${prefix}do ${body} while (${test});`;
  return statement(parts`{\nlet ${name} = ${String(rounds)};\n${loop}\n}`);
}

const walkable = (maker: Maker): readonly Variable[] =>
  maker.variables.filter(({ type }) =>
    ['array', 'typed', 'set', 'map', 'string'].includes(type.kind),
  );

/** The walk may add to what it walks over, so that its rounds are counted. */
function walk(maker: Maker, depth: number): Node {
  const { text, type } = maker.random.pick(walkable(maker));
  const [label, prefix] = labelOf(maker);
  const counter = maker.fresh('c');
  const names = [maker.fresh('x'), maker.fresh('y')] as const;
  const variable = (index: 0 | 1, of: Type): Variable => ({
    text: names[index],
    type: of,
    mutable: false,
  });
  const [pattern, source, own] = walked(type, text, names, variable, maker);
  const body = loopBody(maker, depth, 8, label, own);
  return statement(
    parts`{\nlet ${counter} = 0;\n${prefix}for (const ${pattern} of ${source}) {\nif (${counter}++ > 9) break;\n${body}\n}\n}`,
  );
}

function walked(
  type: Type,
  text: string,
  [x, y]: readonly [string, string],
  variable: (index: 0 | 1, of: Type) => Variable,
  { random }: Maker,
): readonly [string, string, readonly Variable[]] {
  if (type.kind === 'string') return [x, text, [variable(0, STRING)]];
  if (type.kind === 'map')
    return random.chance(0.5)
      ? [`[${x}, ${y}]`, text, [variable(0, type.key), variable(1, type.value)]]
      : [x, `${text}.keys()`, [variable(0, type.key)]];
  if (type.kind === 'array' && random.chance(0.3))
    return [`[${x}, ${y}]`, `${text}.entries()`, [variable(0, NUMBER), variable(1, type.element)]];
  if (type.kind !== 'array' && type.kind !== 'set' && type.kind !== 'typed')
    throw new Error('no walk');
  return [x, text, [variable(0, type.element)]];
}

function jump(maker: Maker): Node {
  const target = maker.random.pick(reachable(maker));
  const word = target.loop && maker.random.chance(0.5) ? 'continue' : 'break';
  const text = target.label === null ? `${word};` : `${word} ${target.label};`;
  // What stands behind a jump without a condition has no types for TypeScript.
  return statement(parts`if (${maker.condition(2)}) ${text}`);
}

/** The innermost one, and those with a label. */
const reachable = ({ targets }: Maker): readonly Target[] =>
  targets.filter((target, index) => target.label !== null || index === targets.length - 1);

function returned(maker: Maker): Node {
  const { result } = maker;
  const jumps = result ? parts`return ${maker.typed(result, 2)};` : ['return;'];
  return statement(parts`if (${maker.condition(2)}) ${jumps}`);
}

function choice(maker: Maker, depth: number): Node {
  const { random } = maker;
  const type = random.pick([NUMBER, STRING, I32, ...maker.enums]);
  const subject = maker.typed(type, 3);
  const name = maker.fresh('s');
  const target = { label: null, loop: false };
  const cases = Array.from({ length: random.between(1, 4) }, () => {
    const test = expressionOf(type, parts`${maker.expression(type, 0)}`);
    const body = maker.inLoop(target, () => maker.block(depth));
    return fixed(parts`case ${test}: ${body}\n${random.pick(['break;', 'break;', ''])}`);
  });
  const last = fixed(
    parts`default: ${maker.inLoop(target, () => maker.block(depth))}\n${random.pick(['', 'break;'])}`,
  );
  const at = random.below(cases.length + 1);
  const all = random.chance(0.7) ? [...cases.slice(0, at), last, ...cases.slice(at)] : cases;
  const seen = shown(expressionOf(type, [name]), type, maker);
  return statement(
    parts`{\nconst ${name}: ${type.text} = ${subject};\nnote(${seen});\nswitch (${name}) {\n${list(all)}}\n}`,
  );
}

const hasRoom = (maker: Maker): boolean => maker.canAfford(30) && maker.targets.length < 3;

export const CONTROL: readonly Statement[] = [
  { weight: 6, applies: (maker) => maker.canAfford(10), make: branch },
  {
    weight: 5,
    applies: (maker) => narrowable(maker).length > 0 && maker.canAfford(10),
    make: narrowed,
  },
  { weight: 5, applies: hasRoom, make: counting },
  {
    weight: 3,
    applies: (maker) =>
      hasRoom(maker) &&
      maker.variables.some(({ type }) => type.kind === 'array' || type.kind === 'typed'),
    make: alongArray,
  },
  { weight: 2, applies: hasRoom, make: whileLoop },
  { weight: 4, applies: (maker) => hasRoom(maker) && walkable(maker).length > 0, make: walk },
  { weight: 3, applies: hasRoom, make: choice },
  { weight: 3, applies: (maker) => reachable(maker).length > 0, make: jump },
  { weight: 1, applies: () => true, make: returned },
];
