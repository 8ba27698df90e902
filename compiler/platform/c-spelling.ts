// A type of C → how it is written in C, for messages and declarations.
import type { CFunctionType, CType } from './c-types.ts';

/** `int (*)(const char *)`; with a name, its declaration: `int (*f)(const char *)`. */
export function spell(type: CType, name = ''): string {
  switch (type.kind) {
    case 'void':
      return join('void', name);
    case 'base':
      return join(type.c, name);
    case 'struct':
    case 'enum':
    case 'typedef':
      return join(type.name, name);
    case 'unknown':
      return join(`<${type.what}>`, name);
    case 'pointer':
      return spell(type.to, bracketed(`*${name}`, type.to));
    case 'array':
      return spell(type.item, `${name}[${type.count ?? ''}]`);
    case 'function':
      return spell(type.result, `${name}(${parametersOf(type)})`);
    case 'qualified': {
      const words = type.qualifiers.map((word) => (word === 'atomic' ? '_Atomic' : word)).join(' ');
      if (type.of.kind !== 'pointer') return `${words} ${spell(type.of, name)}`;
      return spell(type.of.to, bracketed(join(`*${words}`, name), type.of.to));
    }
  }
}

const join = (type: string, name: string): string => (name === '' ? type : `${type} ${name}`);

const bracketed = (declarator: string, target: CType): string =>
  target.kind === 'array' || target.kind === 'function' ? `(${declarator})` : declarator;

function parametersOf({ parameters, variadic, prototyped }: CFunctionType): string {
  if (!prototyped) return '';
  const all = [...parameters.map((type) => spell(type)), ...(variadic ? ['...'] : [])];
  return all.length > 0 ? all.join(', ') : 'void';
}

const WORDS = ['unsigned', 'signed', 'short', 'long', 'char', 'int', '__int128'];

/** `long unsigned int`, as gcc says it → `unsigned long`. */
export function integerSpelling(words: string): string {
  const given = words.split(' ');
  if (!given.every((word) => WORDS.includes(word))) return words;
  const has = (word: string): number => given.filter((one) => one === word).length;
  const sized = ['short', 'char', '__int128'].find((word) => has(word) > 0);
  const size = sized ?? (has('long') > 0 ? Array(has('long')).fill('long').join(' ') : 'int');
  if (has('unsigned') > 0) return `unsigned ${size}`;
  return size === 'char' && has('signed') > 0 ? 'signed char' : size;
}
