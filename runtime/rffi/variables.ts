// `rffi.CExternVariable(…)`: a variable of C.
import { RFFI_PRIMITIVES } from '../lltype/primitives.ts';
import type { ExternalCompilationInfo, LowLevelType } from '../lltype/types.ts';
import type { ExternalFunction } from './c-function.ts';
import { CArrayPtr } from './c-types.ts';
import { type ExternalPlace, llexternal } from './llexternal.ts';

export interface ExternVariable {
  readonly get: ExternalFunction;
  readonly set: ExternalFunction;
  readonly address: ExternalFunction;
}

/** TypeError for what is neither a number nor a pointer: of other variables C functions give the address. */
export function CExternVariable(
  type: LowLevelType,
  name: string,
  compilation_info: ExternalCompilationInfo | undefined,
  place: ExternalPlace,
): ExternVariable {
  if (type.kind !== 'primitive' && type.kind !== 'ptr')
    throw new TypeError(`CExternVariable: ${name} must be a number or a pointer`);
  const info = compilation_info && { compilation_info };
  const { VOID } = RFFI_PRIMITIVES;
  return Object.freeze({
    get: llexternal(name, [], type, { ...info, _use: 'get' }, place),
    set: llexternal(name, [type], VOID, { ...info, _use: 'set' }, place),
    address: llexternal(name, [], CArrayPtr(type), { ...info, _use: 'variable' }, place),
  });
}
