// What looks after raw memory in a checked build: the blocks, in a variable of the module, and the functions of the library on them.
import type ts from 'typescript';
import { LEAK_REPORT } from '../../graph/unit.ts';
import type {
  CheckedFunction,
  Expression,
  GlobalVariable,
  MemoryCheckName,
  MemoryChecks,
} from '../../program/nodes.ts';
import { VOID } from '../../program/types.ts';
import { assign, readPlace } from '../build.ts';
import { callLibraryFunction } from '../calls/library-function.ts';
import type { Context } from '../context.ts';

const NAMES: readonly MemoryCheckName[] = [
  'access',
  'accessString',
  'adopt',
  'allocate',
  'castTo',
  'conceal',
  'copied',
  'immortal',
  'passed',
  'release',
  'requireSize',
  'returned',
  'show',
];

/** `node`: of the entry file. */
export function memoryChecks(node: ts.Node, context: Context): MemoryChecks {
  const span = context.span(node);
  const made = callLibraryFunction(['memory', 'newBlocks'], [], node, context);
  const blocks = context.made.hidden(NAMES, () => {
    const global: GlobalVariable = {
      id: 'blocks of raw memory',
      name: 'blocks of raw memory',
      type: made.type,
      mutable: false,
      constant: null,
      span,
      documentation: '',
    };
    return { global, value: assign({ kind: 'global', global }, made, span) };
  });
  const functions = Object.fromEntries(
    NAMES.map((name) => [name, libraryFunction(name, node, context)]),
  ) as { [N in MemoryCheckName]: CheckedFunction };
  const read = readPlace({ kind: 'global', global: blocks }, made.type, span);
  const body: Expression = {
    kind: 'call',
    callee: libraryFunction('reportLeaks', node, context),
    arguments: [read],
    type: VOID,
    span,
  };
  const report: CheckedFunction = {
    id: LEAK_REPORT,
    name: 'report leaks',
    parameters: [],
    closure: null,
    captures: [],
    self: null,
    result: VOID,
    body: [{ kind: 'expression', expression: body, span }],
    span,
    extent: span,
    documentation: '',
  };
  context.made.add(span.file, report);
  return { blocks, functions, report };
}

function libraryFunction(name: string, node: ts.Node, context: Context): CheckedFunction {
  const found = context.libraryFunction('memory', name);
  if (found.kind !== 'function') throw new Error(`${name} of the library is generic`);
  found.declared.result(node);
  return found.declared.function;
}
