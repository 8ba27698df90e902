// The stack of an error, as the runtime library makes it, but for the place: graphs have none that is known here.
import { asString, type Held } from './held.ts';

export const stackText = (name: Held, message: Held): string =>
  `${[name, message]
    .map(asString)
    .filter((text) => text !== '')
    .join(': ')}\n    at <graph>`;
