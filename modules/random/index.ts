// CPython's `random`: the same numbers from the same seeds. The generator and the functions of libm are compiled
// (`interp_mersenne.ts`, `interp_libm.ts`); the classes are plain TypeScript.
import { mixedModule } from 'mixmod';
import * as app from './app_names.ts';

export default mixedModule({ name: 'random', appleveldefs: app });
