// A submodule: a folder with a manifest of its own.
import { mixedModule } from 'mixmod';
import * as app from './app_table.ts';

export default mixedModule({ name: 'words/table', appleveldefs: app });
