// The lines of one graph's text to the graph. Definitions are read first, so that blocks may stand in any order.
import type { CFunction } from '../../runtime/lltype/types.ts';
import { RAISED, type RaisedName } from '../builtins/errors.ts';
import type { ErrorName } from '../program/nodes.ts';
import type { ElementName, RtsType } from '../program/types.ts';
import type { Span } from '../source/source-file.ts';
import { variable } from './builder.ts';
import type {
  Block,
  Constant,
  Exit,
  Graph,
  Link,
  Op,
  RaisedError,
  Value,
  Variable,
} from './graph.ts';
import { NO_ATTRIBUTES, OPS, type OpAttributes, type OpName, type StoredType } from './ops.ts';
import type { Line } from './parse-line.ts';

export interface GraphTables {
  readonly functions: ReadonlyMap<string, CFunction>;
  /** A place in the text itself: raises need one. */
  readonly spanOf: (line: Line) => Span;
}

interface PendingBlock {
  readonly block: Block;
  readonly lines: { readonly line: Line; readonly results: readonly Variable[] }[];
}

const EXIT_KINDS: ReadonlySet<string> = new Set<Exit['kind']>([
  'goto',
  'branch',
  'switch',
  'return',
  'try',
  'raise',
  'throw',
  'reraise',
  'unreachable',
]);

export class GraphParser {
  readonly #tables: GraphTables;
  readonly #blocks = new Map<string, PendingBlock>();
  readonly #values = new Map<string, Variable>();

  constructor(tables: GraphTables) {
    this.#tables = tables;
  }

  /** `header` stands behind the word `graph`; `lines` are all others, without empty ones. */
  parse(header: Line, lines: readonly Line[]): Graph {
    const name = header.quoted('the graph name');
    const displayName = header.string() ?? name;
    const results: RtsType[] = header.has('->') ? header.list(() => header.type()) : [];
    header.expectEnd();
    this.#readDefinitions(header, lines);
    const [start] = this.#blocks.values();
    if (!start) throw header.error('the graph has no block');
    for (const pending of this.#blocks.values()) this.#readBlock(pending);
    return { name, displayName, start: start.block, results, span: null };
  }

  // ---- first pass: block headers and what stands left of `=` ----

  #readDefinitions(header: Line, lines: readonly Line[]): void {
    let current: PendingBlock | undefined;
    for (const line of lines) {
      const label = line.match(/b\d+(?=\(|:)/y);
      if (label !== undefined) {
        if (this.#blocks.has(label)) throw line.error(`second block ${label}`);
        const inputs = line.parenthesized(() => this.#definition(line), true);
        line.expect(':');
        line.expectEnd();
        current = { block: { inputs, ops: [], exit: { kind: 'unreachable' } }, lines: [] };
        this.#blocks.set(label, current);
        continue;
      }
      if (!current) throw header.error('a block must come first');
      const results = this.#startsDefinition(line) ? line.list(() => this.#definition(line)) : [];
      if (results.length > 0) line.expect('=');
      current.lines.push({ line, results });
    }
  }

  #startsDefinition(line: Line): boolean {
    return line.match(/(?=v\d)/y) !== undefined;
  }

  /** A second definition of one number gives the same variable: `verify` refuses it. */
  #definition(line: Line): Variable {
    const number = line.match(/v\d+/y);
    if (number === undefined) throw line.error('a definition (v0: type) expected');
    const name = this.#nameSuffix(line);
    line.expect(':');
    const type = line.type();
    const known = this.#values.get(number);
    if (known && known.type !== type)
      throw line.error(`second definition of ${number} with another type`);
    const defined = known ?? variable(type, name);
    this.#values.set(number, defined);
    return defined;
  }

  #nameSuffix(line: Line): string {
    const plain = line.match(/\.[\p{ID_Continue}$.]+/uy);
    if (plain !== undefined) return plain.slice(1);
    return line.match(/\.(?=")/y) === undefined ? '' : line.quoted('a name');
  }

  // ---- second pass ----

  #readBlock({ block, lines }: PendingBlock): void {
    const ops: Op[] = [];
    let exit: Exit | undefined;
    let last: Line | undefined;
    for (const { line, results } of lines) {
      if (exit) throw line.error('a line after the exit of its block');
      last = line;
      const word = line.word('an op or exit');
      if (EXIT_KINDS.has(word)) exit = this.#exit(line, word as Exit['kind']);
      else ops.push(this.#op(line, word, results));
      line.expectEnd();
    }
    if (!exit) throw (last ?? this.#firstLine()).error('the block has no exit');
    block.ops = ops;
    block.exit = exit;
  }

  #firstLine(): Line {
    const line = [...this.#blocks.values()].flatMap(({ lines }) => lines)[0]?.line;
    if (!line) throw new Error('a graph without lines');
    return line;
  }

  #op(line: Line, name: string, results: readonly Variable[]): Op {
    if (!isOpName(name)) throw line.error(`unknown op ${name}`);
    const args = line.atEnd || line.match(/(?=\{)/y) !== undefined ? [] : this.#valueList(line);
    return { name, args, results, attributes: this.#attributes(line), span: null };
  }

  #attributes(line: Line): OpAttributes {
    if (!line.has('{')) return NO_ATTRIBUTES;
    const attributes = Object.assign({}, ...line.list(() => this.#attribute(line))) as OpAttributes;
    line.expect('}');
    return attributes;
  }

  #attribute(line: Line): OpAttributes {
    const key = line.word('an attribute');
    line.expect(':');
    const reader = READERS[key as keyof OpAttributes];
    if (!reader) throw line.error(`unknown attribute ${key}`);
    return reader(line, this.#tables);
  }

  #valueList(line: Line): readonly Value[] {
    return line.list(() => this.#value(line));
  }

  #value(line: Line): Value {
    const constant = line.constant();
    if (constant) return constant;
    const number = line.match(/v\d+/y);
    if (number === undefined) throw line.error('a value (v0 or a constant) expected');
    this.#nameSuffix(line);
    const value = this.#values.get(number);
    if (!value) throw line.error(`${number} is not defined`);
    return value;
  }

  #link(line: Line): Link {
    const label = line.match(/b\d+/y);
    if (label === undefined) throw line.error('a block expected');
    const target = this.#blocks.get(label)?.block;
    if (!target) throw line.error(`no block ${label}`);
    return { target, args: line.parenthesized(() => this.#value(line), true) };
  }

  #exit(line: Line, kind: Exit['kind']): Exit {
    switch (kind) {
      case 'goto':
        return { kind, link: this.#link(line) };
      case 'branch': {
        const condition = this.#value(line);
        const [whenTrue, whenFalse] = [this.#nextLink(line), this.#nextLink(line)];
        return { kind, condition, whenTrue, whenFalse };
      }
      case 'switch':
        return this.#switch(line);
      case 'return':
        return { kind, values: line.atEnd ? [] : this.#valueList(line) };
      case 'try': {
        const normal = this.#link(line);
        line.expect('catch');
        return { kind, normal, exception: this.#link(line) };
      }
      case 'raise':
        return this.#raise(line);
      case 'throw': {
        const object = this.#value(line);
        return { kind, object, exception: this.#caught(line), span: this.#tables.spanOf(line) };
      }
      case 'reraise':
      case 'unreachable':
        return { kind };
    }
  }

  #nextLink(line: Line): Link {
    line.expect(',');
    return this.#link(line);
  }

  #switch(line: Line): Exit {
    const value = this.#value(line);
    const cases: { value: Constant; link: Link }[] = [];
    line.expect(',');
    while (!line.has('else')) {
      const item = line.constant();
      if (!item) throw line.error("a constant or 'else' expected");
      line.expect('=>');
      cases.push({ value: item, link: this.#link(line) });
      line.expect(',');
    }
    return { kind: 'switch', value, cases, otherwise: this.#link(line) };
  }

  #raise(line: Line): Exit {
    const error = ERRORS.get(line.word('the name of an error'));
    if (!error) throw line.error('unknown error');
    line.expect('(');
    const template = line.has('null') ? null : line.quoted('the template');
    const args = line.has(',') ? this.#valueList(line) : [];
    line.expect(')');
    const raised: RaisedError = { error, template };
    const exception = this.#caught(line);
    return { kind: 'raise', error: raised, args, exception, span: this.#tables.spanOf(line) };
  }

  #caught(line: Line): Link | null {
    return line.has('catch') ? this.#link(line) : null;
  }
}

const isRaisedName = (name: string): name is RaisedName => Object.hasOwn(RAISED, name);
const isOpName = (name: string): name is OpName => Object.hasOwn(OPS, name);

const ERROR_NAMES: { readonly [N in ErrorName]: N } = {
  Error: 'Error',
  RangeError: 'RangeError',
  TypeError: 'TypeError',
  SyntaxError: 'SyntaxError',
  EvalError: 'EvalError',
  URIError: 'URIError',
  ReferenceError: 'ReferenceError',
};
const ERRORS: ReadonlyMap<string, ErrorName> = new Map(Object.entries(ERROR_NAMES));

const READERS: {
  readonly [K in keyof Required<OpAttributes>]: (
    line: Line,
    tables: GraphTables,
  ) => Pick<OpAttributes, K>;
} = {
  callee: (line) => ({ callee: line.quoted('a graph name') }),
  external: (line, { functions }) => {
    const name = line.quoted('the name of a C function');
    const external = functions.get(name);
    if (!external) throw line.error(`no C function "${name}" in the table`);
    return { external };
  },
  runtime: (line) => ({ runtime: line.quoted('the name of a runtime function') }),
  global: (line) => ({ global: line.quoted('the id of a global') }),
  part: (line) => ({ part: readInteger(line) }),
  element: (line) => ({ element: line.quoted('an element type') as ElementName }),
  container: (line) => ({ container: line.container() }),
  zero: (line) => ({ zero: readBoolean(line) }),
  stack: (line) => ({ stack: readBoolean(line) }),
  field: (line) => ({ field: line.quoted('a field name') }),
  class: (line) => ({ class: line.object() }),
  method: (line) => ({ method: line.quoted('the name of a method') }),
  index: (line) => ({ index: readInteger(line) }),
  error: (line) => {
    const error = line.quoted('the name of an error');
    if (!isRaisedName(error)) throw line.error(`no error ${error} in the table of builtins`);
    return { error };
  },
  stored: (line) => ({ stored: line.quoted('a stored type') as StoredType }),
};

function readInteger(line: Line): number {
  const digits = line.match(/\d+/y);
  if (digits === undefined) throw line.error('a number expected');
  return Number(digits);
}

function readBoolean(line: Line): boolean {
  if (line.has('true')) return true;
  line.expect('false');
  return false;
}
