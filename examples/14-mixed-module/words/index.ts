// The manifest: `interp_words.ts` is compiled, `app_words.ts` runs in the host.
import { mixedModule } from 'mixmod';
import { WordCounter } from './app_words.ts';
import * as interp from './interp_words.ts';
import table from './table/index.ts';

export default mixedModule({
  name: 'words',
  interpleveldefs: { hash: interp.fnv1a, count_words: interp.count_words },
  appleveldefs: { WordCounter },
  submodules: { table },
  startup: () => console.log('startup'),
  shutdown: () => console.log('shutdown'),
});
