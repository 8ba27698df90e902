'use mixmod';
interface User { id: number; name: string; email?: string }
type Patch = Partial<User>;
function apply(user: User, patch: Patch): User { return { id: patch.id ?? user.id, name: patch.name ?? user.name, email: patch.email ?? user.email }; }
export function a(): string { const u = apply({ id: 1, name: 'x' }, { name: 'y' }); return `${u.id}${u.name}${u.email ?? '-'}`; }
function idOf(u: Pick<User, 'id' | 'name'>): number { return u.id; }
export function b(): number { return idOf({ id: 4, name: 'q' }); }
function omit(u: Omit<User, 'email'>): string { return u.name; }
export function c(): string { return omit({ id: 1, name: 'om' }); }
type Flags = Record<'on' | 'off', number>;
export function d(): number { const f: Flags = { on: 1, off: 2 }; return f.on * 10 + f.off; }
function make() { return { x: 1, y: 2 }; }
export function e(): number { const p: ReturnType<typeof make> = make(); return p.x + p.y; }
export function f(): string { const id: User['name'] = 'n'; return id; }
type El<T> = T extends (infer U)[] ? U : never;
function first<T extends number[]>(items: T): El<number[]> { return items[0]; }
export function g(): number { return first([5, 6]); }
function len<T extends { length: number }>(x: T): number { return x.length; }
export function h(): number { return len('abc') + len([1, 2]); }
function get<T, K extends keyof T>(o: T, k: K): T[K] { return o[k]; }
const R: Readonly<User> = { id: 3, name: 'r' };
export function j(): number { return R.id; }
type Getter<T> = { [K in keyof T]: () => T[K] };
export function k(): number { const g: Getter<{ a: number }> = { a: () => 7 }; return g.a(); }
const twice = <T,>(x: T): T[] => [x, x];
export function l(): number { return twice(3).length; }
export function m(): number { const q: Parameters<typeof apply> = [{ id: 1, name: 'z' }, {}]; return q[0].id; }
// a() → '1y-'
// b() → 4
// c() → 'om'
// d() → 12
// e() → 3
// f() → 'n'
// g() → 5
// h() → 5
// j() → 3
// k() → 7
// l() → 2
// m() → 1
