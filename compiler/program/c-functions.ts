// The C functions that a checked program calls: those that it declares, each once. Calls through pointers are none.
import type { CFunction } from '../../runtime/lltype/types.ts';
import { expressionsOf } from './children.ts';
import type { CheckedProgram, Statement } from './nodes.ts';

export function calledCFunctions({ modules, classes }: CheckedProgram): readonly CFunction[] {
  const found = new Set<CFunction>();
  const look = (statements: readonly Statement[]): void => {
    for (const expression of expressionsOf(statements))
      if (expression.kind === 'c-call' && !expression.callee.pointer) found.add(expression.callee);
  };
  for (const { functions, initializer } of modules) {
    for (const { body } of functions) look(body);
    look(initializer);
  }
  for (const { methods } of classes) for (const { body } of methods.values()) look(body);
  return [...found];
}
