// The types of the program's C functions → errors where C on the target has others: the fast integers of musl.
import { E } from '../diagnostics/codes.ts';
import type { DiagnosticSink } from '../diagnostics/diagnostic.ts';
import type { CLibrary, Target } from '../target/targets.ts';
import type { CFunction, LowLevelType, Primitive } from '../../runtime/lltype/types.ts';

/** What is to be declared instead, by the name of a type whose size is another one. */
const OTHERS: { readonly [L in CLibrary]: { readonly [type: string]: string } } = {
  glibc: {},
  musl: {
    INT_FAST16_T: 'INT',
    UINT_FAST16_T: 'UINT',
    INT_FAST32_T: 'INT',
    UINT_FAST32_T: 'UINT',
  },
};

/** False after an error, which is reported. */
export function checkTargetTypes(
  functions: readonly CFunction[],
  { name, libc }: Target,
  sink: DiagnosticSink,
): boolean {
  const others = OTHERS[libc];
  let isRight = true;
  for (const callee of functions)
    for (const type of new Set([...callee.args, callee.result].flatMap((one) => primitives(one)))) {
      const instead = others[type.name];
      if (instead === undefined) continue;
      isRight = false;
      const parameters = { function: callee.name, type: type.name, target: name, instead };
      sink.report(E.targetType, callee.declaredAt, parameters);
    }
  return isRight;
}

/** Those that values of the type are made of, and what its pointers lead to. */
function primitives(type: LowLevelType, seen: Set<LowLevelType> = new Set()): readonly Primitive[] {
  if (type.kind === 'primitive') return [type];
  if (seen.has(type)) return [];
  seen.add(type);
  return partsOf(type).flatMap((part) => primitives(part, seen));
}

function partsOf(type: Exclude<LowLevelType, Primitive>): readonly LowLevelType[] {
  switch (type.kind) {
    case 'ptr':
      return [type.to];
    case 'struct':
      return type.fields.map((field) => field.type);
    case 'array':
    case 'fixed-array':
      return [type.item];
    case 'func':
      return [...type.args, type.result];
    case 'opaque':
      return [];
  }
}
