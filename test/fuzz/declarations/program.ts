// A seed → one program: its types, classes, variables and functions, and the exported function that runs it and gives
// the trace.
import { EXPRESSIONS } from '../expressions/all.ts';
import { Maker, type Constructs } from '../generate/maker.ts';
import { Random } from '../generate/random.ts';
import { someType } from '../generate/some-type.ts';
import { fixed, list, parts, type Node } from '../generate/tree.ts';
import type { EnumType, RecordType } from '../generate/types.ts';
import { STATEMENTS } from '../statements/all.ts';
import { storable } from '../statements/storing.ts';
import { classes } from './classes.ts';
import { functions } from './functions.ts';
import { generators } from './generators.ts';

const CONSTRUCTS: Constructs = { expressions: EXPRESSIONS, statements: STATEMENTS };

export interface FuzzProgram {
  readonly index: number;
  /** Of the exported function. */
  readonly name: string;
  readonly tree: Node;
}

/** The program `index` of a run. Its names are its own, so that many programs are one module. */
export function makeProgram(seed: number, index: number): FuzzProgram {
  const maker = new Maker(new Random(seed, index), CONSTRUCTS, `_${index}`);
  const types = [...enums(maker), ...records(maker)];
  const made = classes(maker);
  const globals = variables(maker);
  const callables = [...functions(maker), ...generators(maker)];
  const main = maker.inFunction([], null, () => maker.statements(maker.random.between(2, 6), 2));
  const name = `run_${index}`;
  const run = fixed(parts`function main_${String(index)}(): void {\n${main}}
export function ${name}(): string {\nstart();\ntry {\nmain_${String(index)}();\n} catch (error) {\nnote(described(error as Error));\n}\nreturn finish();\n}`);
  return {
    index,
    name,
    tree: list([...types, ...made, ...globals, ...callables, ...maker.helpers(), run]),
  };
}

function enums(maker: Maker): readonly Node[] {
  if (maker.random.chance(0.6)) return [];
  const name = maker.fresh('E');
  const members = ['A', 'B', 'C'].slice(0, maker.random.between(2, 3));
  const type: EnumType = { kind: 'enum', text: name, members };
  maker.enums = [type];
  const values = members.map((member) =>
    maker.random.chance(0.3) ? `${member} = ${maker.random.between(0, 9) * 3}` : member,
  );
  return [fixed([`enum ${name} { ${values.join(', ')} }`])];
}

function records(maker: Maker): readonly Node[] {
  return Array.from({ length: maker.random.pick([0, 0, 1, 2]) }, () => {
    const name = maker.fresh('R');
    const fields = ['a', 'b', 'c']
      .slice(0, maker.random.between(1, 3))
      .map((field) => ({ name: field, type: someType(maker, 2) }));
    const type: RecordType = { kind: 'record', text: name, fields };
    maker.records = [...maker.records, type];
    return fixed([
      `interface ${name} { ${fields.map((field) => `${field.name}: ${field.type.text}`).join('; ')} }`,
    ]);
  });
}

/** Variables of the module; their initialisers call nothing. */
function variables(maker: Maker): readonly Node[] {
  return Array.from({ length: maker.random.below(3) }, () => {
    const name = maker.fresh('g');
    const type = someType(maker, 2);
    const value = storable(type, maker, 0);
    const mutable = type.kind !== 'function' && maker.random.chance(0.7);
    maker.declare({ text: name, type, mutable });
    return fixed(parts`${mutable ? 'let' : 'const'} ${name}: ${type.text} = ${value};`);
  });
}
