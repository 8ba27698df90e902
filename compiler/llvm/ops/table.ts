// Every op that may stand in a low graph and its emitter; a new op is a compile error here.
import { InternalError } from '../../graph/internal-error.ts';
import type { OpName } from '../../graph/ops.ts';
import { CALLS } from './calls.ts';
import { CHECKS } from './checks.ts';
import { CLOSURES } from './closures.ts';
import type { Emitter, EmittersOf, LowOpName } from './emitter.ts';
import { ERRORS } from './errors.ts';
import { FLOAT } from './float.ts';
import { INTEGER } from './integer.ts';
import { MEMORY } from './memory.ts';
import { OBJECTS } from './objects.ts';
import { SOURCE } from './source.ts';
import { STRINGS } from './strings.ts';

const gone: Emitter = (op) => {
  throw new InternalError(`${op.name} after lowering`);
};

const EMITTERS: EmittersOf<LowOpName> = {
  ...INTEGER,
  ...FLOAT,
  ...MEMORY,
  ...CHECKS,
  ...CALLS,
  ...OBJECTS,
  ...STRINGS,
  ...ERRORS,
  ...CLOSURES,
  ...SOURCE,
  // Lowered to global_load and global_store, though their level is `both`.
  global_get: gone,
  global_set: gone,
};

export function emitterOf(name: OpName): Emitter {
  return name in EMITTERS ? EMITTERS[name as LowOpName] : gone;
}
