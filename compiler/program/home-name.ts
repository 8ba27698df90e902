// Names of modules that are compiled on their own: `name~file`, the same in every module that uses it.

/** A file's name in such a name: nothing in it can be taken for the rest of a type's name. */
const inName = (path: string): string =>
  encodeURI(path).replaceAll(/[~,()@]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

export const homeName = (name: string, path: string): string => `${name}~${inName(path)}`;

/** As the source has it, for messages. */
export const withoutHome = (name: string): string =>
  name.replaceAll(/~[\w./%:!*'+=$&@-]+\.[cm]?ts/g, '');
