// The checked program → a unit of high flow graphs: one for each function, and one that runs all module-level code.
import { basename } from 'node:path';
import type { Graph, Op } from '../graph/graph.ts';
import { lentFunctions } from '../graph/lent-functions.ts';
import {
  LEAVING_ERROR,
  OFFTHREAD_LEAVING_ERROR,
  TELL_FIELDS,
  type Unit,
  type UnitClass,
  type UnitExport,
  type UnitPart,
} from '../graph/unit.ts';
import { reversePostorder } from '../graph/walk.ts';
import type {
  CheckedClass,
  CheckedFunction,
  CheckedModule,
  CheckedProgram,
  GlobalVariable,
  ModuleExport,
} from '../program/nodes.ts';
import type { PackedFunctions } from '../program/packed-export.ts';
import { homeName } from '../program/home-name.ts';
import { constantExport, againExport, offthreadExports } from '../program/crossing.ts';
import { crossingsOf, leavingFunction, sharedFunctions } from '../program/export-crossings.ts';
import type { CFunction } from '../../runtime/lltype/types.ts';
import {
  ERROR_CLASSES,
  errorNameOf,
  PENDING_ERROR,
  PENDING_TYPE,
} from '../program/error-classes.ts';
import { CAUGHT_ERROR, caughtErrorGraph } from './caught-error.ts';
import type { SourceFile } from '../source/source-file.ts';
import { leavingErrorGraph, tellingGraph } from './leaving-error.ts';
import { functionGraph } from './function-graph.ts';
import { initializerGraph, offthreadInitializerGraph } from './initializer-graph.ts';
import { InternalError } from '../graph/internal-error.ts';
import { RELEASE, type BuildOptions } from '../options.ts';

/**
 * With what only all graphs together tell. In a build without optimisation the graphs say what debuggers must know. `part`: of one
 * module of a program that is compiled in parts.
 */
export function flow(
  program: CheckedProgram,
  { level, debug }: Pick<BuildOptions, 'level' | 'debug'> = RELEASE,
  part: Pick<UnitPart, 'isEntry'> | null = null,
): Unit {
  const unit = flowUnit(program, debug && level === 0, part);
  const lent = lentFunctions(unit);
  return { ...unit, crossings: { ...unit.crossings, lent } };
}

function flowUnit(
  { modules, classes, memoryChecks }: CheckedProgram,
  marks: boolean,
  part: Pick<UnitPart, 'isEntry'> | null,
): Unit {
  const entry = modules.at(-1);
  if (!entry) throw new InternalError('a program without modules');
  const options = { checks: memoryChecks, marks };
  const functions = modules.flatMap((module) =>
    module.functions.map((one) => functionGraph(one, options)),
  );
  const initializer = initializerGraph(modules, options, part && entry.file.path);
  const elsewhere = offthreadInitializerGraph(modules);
  const own = [...functions, initializer, elsewhere].filter((graph) => graph !== null);
  const catches = opsOf(own).some(({ attributes }) => attributes.callee === CAUGHT_ERROR);
  // Whatever module throws, errors leave by the entry's exports.
  const throws = part ? part.isEntry : own.some(throwsObject);
  const tells = part && tellingGraph(homeName(TELL_FIELDS, entry.file.path), ownOf(classes, entry));
  const graphs = [
    ...own,
    ...(catches ? [caughtErrorGraph()] : []),
    ...(throws ? leavingErrors(entry.exports, part ? null : classes) : []),
    ...(tells ? [tells] : []),
  ];
  return {
    name: basename(entry.file.path).replace(/\.[^.]*$/, ''),
    level: 'high',
    graphs: new Map(graphs.map((graph) => [graph.name, graph])),
    globals: [
      ...modules.flatMap((module) => module.globals),
      ...(catches || throws || part ? [pendingError(entry.file)] : []),
    ],
    initializer: initializer ? initializer.name : null,
    classes: new Map([
      ...(catches || usesErrors(graphs) ? ERRORS : []),
      ...classes.map((one): [string, UnitClass] => [one.type.name, unitClass(one)]),
    ]),
    exports: [...entry.exports.flatMap(unitExports), ...sharedExports(entry.exports)],
    crossings: crossingsOf(entry.exports),
    cFunctions: cFunctionsOf(graphs),
    compilationInfos: unique(modules.flatMap((module: CheckedModule) => module.compilationInfos)),
    functions: modules.flatMap((module) =>
      module.functions.map(({ name, extent }) => ({ displayName: name, extent })),
    ),
    part: part && { ...part, tellsFields: tells?.name ?? null },
  };
}

/** Those that the module tells of: instances of generic ones are compiled with who uses them. */
const ownOf = (
  classes: readonly CheckedClass[],
  { file }: CheckedModule,
): readonly CheckedClass[] =>
  classes.filter(({ span, type }) => span.file === file || type.name.includes('<'));

function leavingErrors(
  exports: readonly ModuleExport[],
  classes: readonly CheckedClass[] | null,
): readonly Graph[] {
  const told = leavingFunction(exports)?.id ?? null;
  const isElsewhere = told !== null && offthreadExports(crossingsOf(exports)).length > 0;
  return [
    leavingErrorGraph(LEAVING_ERROR, told, classes),
    ...(isElsewhere ? [leavingErrorGraph(OFFTHREAD_LEAVING_ERROR, null, classes)] : []),
  ];
}

/** Classes without methods that stand in no module. */
const ERRORS = Object.values(ERROR_CLASSES).map((type): [string, UnitClass] => [
  type.name,
  { type, methods: new Map() },
]);

const throwsObject = (graph: Graph): boolean =>
  reversePostorder(graph).some(({ exit }) => exit.kind === 'throw');

const pendingError = (file: SourceFile): GlobalVariable => ({
  id: PENDING_ERROR,
  name: PENDING_ERROR,
  type: PENDING_TYPE,
  mutable: true,
  constant: null,
  span: { file, start: 0, end: 0 },
  documentation: '',
});

const usesErrors = (graphs: readonly Graph[]): boolean =>
  opsOf(graphs).some(({ results, attributes }) => {
    const type = attributes.class ?? results[0]?.type;
    return type?.kind === 'object' && errorNameOf(type) !== null;
  });

const opsOf = (graphs: readonly Graph[]): readonly Op[] =>
  graphs.flatMap((graph) => reversePostorder(graph).flatMap((block) => block.ops));

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const unitClass = ({ type, methods }: CheckedClass): UnitClass => ({
  type,
  methods: new Map([...methods].map(([name, { id }]) => [name, id])),
});

function unitExports(item: ModuleExport): readonly UnitExport[] {
  switch (item.kind) {
    case 'enum':
      return [item];
    case 'global':
      return item.packed
        ? packedFunctions(constantExport(item.name), item.packed.functions, '')
        : [item];
    case 'operations':
      return [];
    case 'function-type':
    case 'class':
      return [...item.functions].flatMap(([name, functions]) =>
        packedFunctions(name, functions, ''),
      );
    case 'function': {
      const { name, packed } = item;
      const { documentation } = item.function;
      const [own, ...others] = packed
        ? packedFunctions(name, packed.functions, documentation)
        : [functionExport(name, item.function, documentation)];
      const called = item.called === undefined ? {} : { called: item.called };
      return own ? [{ ...own, ...called }, ...others] : [];
    }
  }
}

const packedFunctions = (
  name: string,
  { packed, again }: PackedFunctions,
  documentation: string,
): readonly UnitExport[] => [
  functionExport(name, packed, documentation),
  ...(again ? [functionExport(againExport(name), again, '')] : []),
];

/** What the glue does with lists of views, and with objects: one set of functions for all exports. */
const sharedExports = (exports: readonly ModuleExport[]): readonly UnitExport[] =>
  [...sharedFunctions(exports)].map(([name, one]) => functionExport(name, one, ''));

function functionExport(
  name: string,
  { id, parameters, result }: CheckedFunction,
  documentation: string,
): UnitExport {
  return {
    kind: 'function',
    name,
    graph: id,
    parameters: parameters.map(({ local, optional, type }) => ({
      name: local.name,
      type,
      optional,
      inputType: local.type,
    })),
    result,
    documentation,
  };
}

function cFunctionsOf(graphs: readonly Graph[]): readonly CFunction[] {
  return unique(
    opsOf(graphs).flatMap(({ attributes: { external } }) => (external ? [external] : [])),
  );
}
