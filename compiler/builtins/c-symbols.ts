// Which C functions are functions of the prelude, which the runtime core calls: they take the environment first.
import type { CFunction } from '../../runtime/lltype/types.ts';

export { symbolOf } from '../../runtime/lltype/symbol.ts';

export const isPreludeFunction = (callee: CFunction): boolean => callee.name.startsWith('mm.');
