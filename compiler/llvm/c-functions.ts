// C functions of a unit → declarations in LLVM's text, because the binding cannot set the attributes that the C ABI needs:
// the caller extends integers narrower than 32 bits (System V x86-64 as compilers follow it).
import { isPreludeFunction, symbolOf } from '../builtins/c-symbols.ts';
import { InternalError } from '../graph/internal-error.ts';
import type { CFunction, LowLevelType, MachineType } from '../../runtime/lltype/types.ts';

const MACHINE: {
  readonly [M in MachineType]: { readonly type: string; readonly attribute: string };
} = {
  i8: { type: 'i8', attribute: 'signext' },
  u8: { type: 'i8', attribute: 'zeroext' },
  bool: { type: 'i1', attribute: 'zeroext' },
  i16: { type: 'i16', attribute: 'signext' },
  u16: { type: 'i16', attribute: 'zeroext' },
  i32: { type: 'i32', attribute: '' },
  u32: { type: 'i32', attribute: '' },
  i64: { type: 'i64', attribute: '' },
  u64: { type: 'i64', attribute: '' },
  f32: { type: 'float', attribute: '' },
  f64: { type: 'double', attribute: '' },
  void: { type: 'void', attribute: '' },
};

/** `declared`: a text that may declare some of them already (the prelude's use of malloc, of sin, …). */
export function cDeclarations(functions: readonly CFunction[], declared: string): string {
  const lines = new Map<string, string>();
  for (const declaration of functions) {
    const symbol = symbolOf(declaration);
    if (!isPreludeFunction(declaration) && !declared.includes(`@${symbol}(`))
      lines.set(symbol, declare(declaration));
  }
  return [...lines.values()].join('\n');
}

function declare(declaration: CFunction): string {
  const result = machine(declaration.result, declaration);
  const parameters = declaration.args.map((type) => {
    const row = machine(type, declaration);
    return `${row.type} ${row.attribute}`.trim();
  });
  // A C function that threw a C++ exception into compiled code would end the process either way.
  const symbol = `@${symbolOf(declaration)}`;
  return `declare ${`${result.attribute} ${result.type}`.trim()} ${symbol}(${parameters.join(', ')}) nounwind`;
}

function machine(
  type: LowLevelType,
  declaration: CFunction,
): { readonly type: string; readonly attribute: string } {
  if (type.kind === 'primitive') return MACHINE[type.machine];
  if (type.kind === 'ptr') return { type: 'i8*', attribute: '' };
  throw new InternalError(`${declaration.name}: a ${type.kind} cannot be passed by value`);
}
