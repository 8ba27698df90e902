// `node --import mixmod/register app.ts`: RTypeScript files are compiled when they are imported, or run as JavaScript
// where the environment says so (`mode.ts`).
import { install } from './install.ts';
import { runMode } from './mode.ts';

install(runMode(process.env));
