'use mixmod';
// `in` tells members apart by what they have; `never` is what is left where all members have been handled.
interface File {
  path: string;
  bytes: number;
}
interface Link {
  path: string;
  target: string;
}
class Folder {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
  list(): string {
    return `${this.path}/*`;
  }
}
function size(entry: File | Link): number {
  if ('bytes' in entry) return entry.bytes;
  return entry.target.length;
}
const open = (entry: File | Folder): string => ('list' in entry ? entry.list() : entry.path);
export function sizes(n: number): number {
  return size({ path: 'a', bytes: n }) + size({ path: 'b', target: 'abc' });
}
// sizes(4) → 7
export function opened(): string {
  return open(new Folder('f')) + open({ path: 'p', bytes: 1 });
}
// opened() → 'f/*p'

type Token = { type: 'number'; value: number } | { type: 'plus' } | { type: 'end' };
function unreachable(value: never): never {
  throw new Error(`unexpected ${value}`);
}
function name(token: Token): string {
  switch (token.type) {
    case 'number':
      return `${token.value}`;
    case 'plus':
      return '+';
    case 'end':
      return '.';
    default:
      return unreachable(token);
  }
}
export function tokens(n: number): string {
  const all: Token[] = [{ type: 'number', value: n }, { type: 'plus' }, { type: 'end' }];
  return all.map((token) => name(token)).join('');
}
// tokens(5) → '5+.'
function weight(token: Token): number {
  if (token.type === 'number') return token.value;
  if (token.type === 'plus') return 1;
  if (token.type === 'end') return 0;
  const rest: never = token;
  return rest;
}
export const weights = (n: number): number => weight({ type: 'number', value: n }) + weight({ type: 'plus' });
// weights(3) → 4
