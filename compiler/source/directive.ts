// Which TypeScript files are RTypeScript: those that begin with the directive 'use mixmod'.

/** The directive stands before any code, after comments. */
const DIRECTIVE = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*(['"])use mixmod\1/;

export const isTypescript = (path: string): boolean => /(?<!\.d)\.[cm]?ts$/.test(path);

export const isMarked = (text: string): boolean => DIRECTIVE.test(text);
