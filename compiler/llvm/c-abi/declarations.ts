// C functions of a unit → declarations in LLVM's text, because the binding cannot set the attributes that the C ABI needs.
// Those that take more than a plain call (structures by value, further arguments, errno, an address as callee) are called
// through a function that is inlined, of the same text.
import { isPreludeFunction, symbolOf } from '../../builtins/c-symbols.ts';
import { InternalError } from '../../graph/internal-error.ts';
import type { CFunction, LowLevelType } from '../../../runtime/lltype/types.ts';
import { callText, callerOf, needsCaller } from './caller.ts';
import type { CAbi } from '../../../runtime/lltype/passing.ts';

/** `declared`: a text that may declare some of them already (the prelude's use of malloc, of sin, …). */
export function cDeclarations(
  functions: readonly CFunction[],
  declared: string,
  abi: CAbi,
): string {
  const lines = new Map<string, string>();
  for (const declaration of functions) {
    if (isPreludeFunction(declaration)) continue;
    const symbol = symbolOf(declaration);
    if (needsCaller(declaration)) {
      const name = `@"\\01${symbol}"`;
      const isVariable = declaration.use === 'variable';
      const line = isVariable ? `${name} = external global i8` : `declare void ${name}()`;
      if (!declaration.pointer) lines.set(`\\01${symbol}`, line);
      lines.set(callerOf(declaration, abi), callText(declaration, abi));
    } else if (!declared.includes(`@${symbol}(`)) lines.set(symbol, declare(declaration, abi));
  }
  return [...lines.values()].join('\n');
}

function declare(declaration: CFunction, abi: CAbi): string {
  const result = machine(declaration.result, declaration, abi);
  const parameters = declaration.args.map((type) => {
    const row = machine(type, declaration, abi);
    return `${row.type} ${row.attribute}`.trim();
  });
  const symbol = `@${symbolOf(declaration)}`;
  // A C function that threw a C++ exception into compiled code would end the process either way.
  const attributes = declaration.elidable ? 'nounwind readonly willreturn' : 'nounwind';
  return `declare ${`${result.attribute} ${result.type}`.trim()} ${symbol}(${parameters.join(', ')}) ${attributes}`;
}

function machine(
  type: LowLevelType,
  { name }: CFunction,
  abi: CAbi,
): { readonly type: string; readonly attribute: string } {
  const passed = abi.classify(type);
  if (passed.kind === 'scalar') return passed;
  if (passed.kind === 'nothing') return { type: 'void', attribute: '' };
  throw new InternalError(`${name}: a ${type.kind} needs a caller`);
}
