// `node --import mixmod/register/untranslated app.ts`: RTypeScript files run as JavaScript.
import { install } from './install.ts';

install('untranslated');
