// `node --import mixmod/register app.ts`: installs the hook that compiles RTypeScript files when they are imported.
import { register } from 'node:module';

register('./hooks.js', import.meta.url);
