// The same memory has the same address in every call; C may keep it, give it back and write to it later.
'use mixmod';
import { i32, lltype, rffi, u8 } from 'mixmod';
const RAW = { flavor: 'raw' } as const;
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [`
struct cell { long n; char *text; };
static struct cell *kept;
static struct cell shared = { 5, "shared" };
struct cell *echo(struct cell *p) { return p; }
void keep(struct cell *p) { kept = p; }
struct cell *look(void) { return kept; }
void tick(void) { kept->n++; }
struct cell *give(void) { return &shared; }
char **text_of(struct cell *p) { return &p->text; }
int same_as_last(struct cell *p) { int same = p == kept; kept = p; return same; }
void *inner(struct cell *p) { return &p->text; }
`],
});
const c = { compilation_info: own };
const CELL = rffi.CStruct('cell', ['n', rffi.LONG], ['text', rffi.CCHARP]);
const P = lltype.Ptr(CELL);
const echo = rffi.llexternal('echo', [P], P, c);
const keep = rffi.llexternal('keep', [P], rffi.VOID, c);
const look = rffi.llexternal('look', [], P, c);
const tick = rffi.llexternal('tick', [], rffi.VOID, c);
const give = rffi.llexternal('give', [], P, c);
const text_of = rffi.llexternal('text_of', [P], rffi.CCHARPP, c);
const same_as_last = rffi.llexternal('same_as_last', [P], rffi.INT, c);
const inner = rffi.llexternal('inner', [P], rffi.VOIDP, c);
export function back(): string {
  using p = lltype.scoped_alloc(CELL, { zero: true });
  using q = lltype.scoped_alloc(CELL, { zero: true });
  const r = echo(p.ptr);
  return `${r === p.ptr} ${r === q.ptr} ${echo(null) === null}`;
}
export function keptByC(): string {
  using p = lltype.scoped_alloc(CELL, { zero: true });
  keep(p.ptr);
  p.ptr.c_n = 10;
  tick();
  tick();
  const text = `${p.ptr.c_n} ${look() === p.ptr}`;
  keep(null);
  return text;
}
export function ofC(): string {
  const s = give();
  const before = s.c_n;
  s.c_n = 8;
  const text = `${before} ${give().c_n} ${give() === s} ${rffi.charp2str(s.c_text)}`;
  s.c_n = 5;
  return text;
}
export function throughPointerToPointer(): string {
  const text = rffi.str2charp('mine');
  using p = lltype.scoped_alloc(CELL, { zero: true });
  text_of(p.ptr)[0] = text;
  const seen = `${rffi.charp2str(p.ptr.c_text)} ${p.ptr.c_text === text}`;
  rffi.free_charp(text);
  return seen;
}
/** A block that holds the only pointer to another one. */
export function staysAround(n: i32): boolean {
  using p = lltype.scoped_alloc(CELL, { zero: true });
  keep(p.ptr);
  p.ptr.c_text = lltype.malloc(rffi.CCHARP.to, n, RAW);
  for (let i: i32 = 0; i < n; i++) p.ptr.c_text[i] = u8(i % 200);
  let same = true;
  for (let i: i32 = 0; i < n; i++) if (i32(p.ptr.c_text[i]) !== i % 200) same = false;
  lltype.free(p.ptr.c_text, RAW);
  keep(null);
  return same;
}
export function twice(): string {
  using p = lltype.scoped_alloc(CELL, { zero: true });
  const first = same_as_last(p.ptr);
  const second = same_as_last(p.ptr);
  keep(null);
  return `${first} ${second}`;
}
export function insideOfBlock(): boolean {
  using p = lltype.scoped_alloc(CELL, { zero: true });
  const address = lltype.cast_ptr_to_int(inner(p.ptr));
  return address === lltype.cast_ptr_to_int(p.ptr) + rffi.offsetof(CELL, 'c_text');
}
// back() → 'true false true'
// keptByC() → '12 true'
// ofC() → '5 8 true shared'
// throughPointerToPointer() → 'mine true'
// staysAround(1300) → true
// twice() → '0 1'
// insideOfBlock() → true
