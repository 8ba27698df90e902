// Graph text (the notation is described in `print.ts`) to graphs and units: the inverse of printing, up to source spans,
// documentation and whatever the tables do not give.
import type { CFunction, ExternalCompilationInfo } from '../../runtime/lltype/types.ts';
import { NO_CROSSINGS } from '../program/crossing.ts';
import type { GlobalVariable } from '../program/nodes.ts';
import { newUnion, type ObjectField, type ObjectType, type UnionType } from '../program/types.ts';
import { createSourceFile, type SourceFile, type Span } from '../source/source-file.ts';
import type { Graph } from './graph.ts';
import { GraphParser } from './parse-graph.ts';
import { GraphSyntaxError, Line, type TypeTables } from './parse-line.ts';
import type { ExportParameter, Unit, UnitClass, UnitExport } from './unit.ts';

export { GraphSyntaxError } from './parse-line.ts';

/** What text names but does not contain. */
export interface ParseTables extends TypeTables {
  /** C functions by name. */
  readonly functions?: ReadonlyMap<string, CFunction>;
  readonly compilationInfos?: readonly ExternalCompilationInfo[];
}

/** The one graph of `text`. */
export function parseGraph(text: string, tables: ParseTables = {}): Graph {
  const graphs = parseGraphs(text, tables);
  const [graph] = graphs;
  if (!graph || graphs.length > 1)
    throw new GraphSyntaxError(`${graphs.length} graphs, 1 expected`);
  return graph;
}

/** The graphs of `text`, in order. */
export const parseGraphs = (text: string, tables: ParseTables = {}): readonly Graph[] => [
  ...parseUnit(text, tables).graphs.values(),
];

/** A unit. Without a `unit` line it is a high one without a name. */
export function parseUnit(text: string, tables: ParseTables = {}): Unit {
  return new UnitParser(text, tables).parse();
}

class UnitParser {
  readonly #lines: readonly Line[];
  readonly #tables: ParseTables;
  /** The tables' objects, and those that the text declares. */
  readonly #objects: Map<string, ObjectType | UnionType>;
  readonly #types: TypeTables;
  readonly #file: SourceFile;
  readonly #graphs = new Map<string, Graph>();
  readonly #globals = new Map<string, GlobalVariable>();
  readonly #classes = new Map<string, UnitClass>();
  readonly #cFunctions: CFunction[] = [];
  readonly #exports: UnitExport[] = [];
  #name = '';
  #level: Unit['level'] = 'high';
  #initializer: string | null = null;

  constructor(text: string, tables: ParseTables) {
    this.#tables = tables;
    this.#objects = new Map(tables.objects);
    this.#types = { ...tables, objects: this.#objects };
    this.#file = createSourceFile('<graph>', text);
    this.#lines = text
      .split(/\r?\n/)
      .map((line, index) => new Line(withoutComment(line), index + 1, this.#types))
      .filter((line) => !line.atEnd);
  }

  parse(): Unit {
    for (const line of this.#lines) {
      if (line.match(/(?=object )/y) !== undefined) this.#declareObject(line);
      if (line.match(/(?=union )/y) !== undefined) this.#declareUnion(line);
    }
    for (let i = 0; i < this.#lines.length;) {
      const line = this.#lines[i++];
      if (!line) break;
      const word = line.word("'graph', 'unit', 'global', 'class' or another declaration");
      if (word === 'graph') {
        const start = i;
        i = this.#endOfGraph(start);
        this.#graph(line, this.#lines.slice(start, i));
      } else {
        this.#declaration(word, line);
        line.expectEnd();
      }
    }
    return {
      name: this.#name,
      level: this.#level,
      graphs: this.#graphs,
      globals: [...this.#globals.values()],
      initializer: this.#initializer,
      classes: this.#classes,
      exports: this.#exports,
      crossings: NO_CROSSINGS,
      cFunctions: this.#cFunctions,
      functions: [],
      part: null,
      compilationInfos: this.#tables.compilationInfos ?? [],
    };
  }

  #endOfGraph(start: number): number {
    const starts = /(?=(?:graph|unit|global|object|union|class|external|initializer|export) )/y;
    const length = this.#lines.slice(start).findIndex((line) => line.match(starts) !== undefined);
    return length < 0 ? this.#lines.length : start + length;
  }

  #graph(header: Line, lines: readonly Line[]): void {
    const functions = this.#tables.functions ?? new Map<string, CFunction>();
    const parser = new GraphParser({ functions, spanOf: (line) => this.#span(line) });
    const graph = parser.parse(header, lines);
    if (this.#graphs.has(graph.name)) throw header.error(`second graph "${graph.name}"`);
    this.#graphs.set(graph.name, graph);
  }

  #declaration(word: string, line: Line): void {
    switch (word) {
      case 'unit':
        this.#name = line.quoted('the name of the unit');
        this.#level = line.has('low') ? 'low' : 'high';
        if (this.#level === 'high') line.expect('high');
        return;
      case 'external':
        this.#cFunctions.push(this.#external(line));
        return;
      case 'global':
        this.#global(line);
        return;
      case 'object':
        this.#object(line);
        return;
      case 'union':
        this.#union(line);
        return;
      case 'class':
        this.#class(line);
        return;
      case 'initializer':
        this.#initializer = line.quoted('the name of a graph');
        return;
      case 'export':
        this.#exports.push(this.#export(line));
        return;
      default:
        throw line.error(`unexpected '${word}'`);
    }
  }

  #external(line: Line): CFunction {
    const name = line.quoted('the name of a C function');
    const found = this.#tables.functions?.get(name);
    if (!found) throw line.error(`no C function "${name}" in the table`);
    return found;
  }

  #global(line: Line): void {
    const id = line.quoted('the id of the global');
    const name = line.string() ?? id;
    line.expect(':');
    const type = line.type();
    const mutable = line.has('mutable');
    const constant = line.has('=') ? line.constant() : undefined;
    if (this.#globals.has(id)) throw line.error(`second global "${id}"`);
    const value = constant ? constant.value : null;
    const span = this.#span(line);
    this.#globals.set(id, { id, name, type, mutable, constant: value, span, documentation: '' });
  }

  /** Makes the type that a line declares, so that lines before it may use it. */
  #declareObject(line: Line): void {
    const at = line.position;
    line.expect('object');
    line.expect('@');
    const name = line.quoted('the name of an object type');
    const abstract = line.has('abstract');
    const form = line.word('a form') as ObjectType['form'];
    const made: ObjectType = { kind: 'object', form, name, base: null, fields: [], abstract };
    if (!this.#objects.has(name)) this.#objects.set(name, made);
    line.position = at;
  }

  #declareUnion(line: Line): void {
    const at = line.position;
    line.expect('union');
    line.expect('@');
    const name = line.quoted('the name of a union');
    if (!this.#objects.has(name)) this.#objects.set(name, newUnion(name));
    line.position = at;
  }

  #union(line: Line): void {
    const type = line.union();
    line.expect('{');
    const members = line.list(() => line.type());
    line.expect('}');
    if (!this.#tables.objects?.has(type.name)) type.members = members;
  }

  #object(line: Line): void {
    const type = line.object();
    line.has('abstract');
    line.word('a form');
    const base = line.has('extends') ? line.object() : null;
    const interfaces = line.has('implements') ? line.list(() => line.object()) : [];
    const fields = line.has('{') ? line.list(() => this.#field(line)) : [];
    if (fields.length > 0) line.expect('}');
    if (this.#tables.objects?.has(type.name)) return;
    type.base = base;
    type.fields = fields;
    if (interfaces.length > 0) type.interfaces = interfaces;
  }

  #field(line: Line): ObjectField {
    const name = line.quoted('the name of a field');
    line.expect(':');
    const type = line.type();
    return { name, type, mutable: !line.has('readonly'), checked: line.has('checked') };
  }

  #class(line: Line): void {
    const type = line.object();
    const rows = line.has('{') ? line.list(() => this.#method(line)) : [];
    if (rows.length > 0) line.expect('}');
    this.#classes.set(type.name, { type, methods: new Map(rows) });
  }

  #method(line: Line): readonly [string, string] {
    const name = line.quoted('the name of a method');
    line.expect('=');
    return [name, line.quoted('the name of a graph')];
  }

  #export(line: Line): UnitExport {
    const kind = line.word("'function', 'global' or 'enum'");
    const name = line.quoted('the name of the export');
    switch (kind) {
      case 'function': {
        const called = line.has('called') ? { called: line.quoted('the name of a function') } : {};
        line.expect('=');
        const graph = line.quoted('the name of a graph');
        const parameters = line.parenthesized(() => this.#parameter(line), false);
        line.expect('->');
        return {
          kind,
          name,
          ...called,
          graph,
          parameters,
          result: line.type(),
          documentation: '',
        };
      }
      case 'global': {
        line.expect('=');
        const id = line.quoted('the id of a global');
        const global = this.#globals.get(id);
        if (!global) throw line.error(`no global "${id}"`);
        return { kind, name, global };
      }
      case 'enum': {
        line.expect('{');
        const members = line.has('}') ? [] : line.list(() => this.#member(line));
        if (members.length > 0) line.expect('}');
        return { kind, name, members: new Map(members), documentation: '' };
      }
      default:
        throw line.error(`unknown kind of export ${kind}`);
    }
  }

  #parameter(line: Line): ExportParameter {
    const name = line.match(/[\p{ID_Continue}$]+/uy);
    if (name === undefined) throw line.error('the name of a parameter expected');
    const optional = line.has('?');
    line.expect(':');
    const type = line.type();
    return { name, type, optional, inputType: line.has('as') ? line.type() : type };
  }

  #member(line: Line): readonly [string, number] {
    const name = line.match(/[\p{ID_Continue}$]+/uy);
    if (name === undefined) throw line.error('the name of a member expected');
    line.expect('=');
    const text = line.match(/[-\w.+]+/y) ?? '';
    const value = Number(text);
    if (text === '' || (Number.isNaN(value) && text !== 'NaN'))
      throw line.error('a number expected');
    return [name, value];
  }

  /** The line itself: what was parsed has no place in a program. */
  #span(line: Line): Span {
    const { lineStarts, text } = this.#file;
    const start = lineStarts[line.number - 1] ?? 0;
    return { file: this.#file, start, end: (lineStarts[line.number] ?? text.length + 1) - 1 };
  }
}

/** `;` begins a comment unless it stands in a string. */
function withoutComment(line: string): string {
  const code = /^(?:[^";]|"(?:[^"\\]|\\.)*")*/.exec(line)?.[0] ?? '';
  // An unclosed string stops the pattern: leave it for the parser to complain about.
  return line[code.length] === ';' ? code : line;
}
