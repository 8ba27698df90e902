// A pointer to a ForwardReference and one to what it has become are one type, also inside of other types.
'use mixmod';
import { type i32, lltype, rffi } from 'mixmod';
interface NodeReference { readonly type: typeof NODE }
const NODE_REF = lltype.ForwardReference<NodeReference>();
const EARLY = lltype.Ptr(NODE_REF);
const NODE = lltype.Struct('Node', ['value', rffi.INT], ['next', EARLY]);
NODE_REF.become(NODE);
const own = rffi.ExternalCompilationInfo({
  separate_module_sources: [`
#include <stdlib.h>
struct node { int value; struct node *next; };
struct node *make(int value) { struct node *p = calloc(1, sizeof *p); p->value = value; return p; }
void drop(struct node *p) { free(p); }
int each(struct node *p, int (*f)(struct node *)) { int sum = 0; for (; p; p = p->next) sum += f(p); return sum; }
`],
});
const c = { compilation_info: own };
const drop = rffi.llexternal('drop', [lltype.Ptr(NODE)], rffi.VOID, c);
const make = rffi.llexternal('make', [rffi.INT], rffi.owned(EARLY, drop), c);
const EACH = rffi.CCallback([EARLY], rffi.INT);
const SAME = rffi.CCallback([lltype.Ptr(NODE)], rffi.INT);
const each = rffi.llexternal('each', [EARLY, EACH], rffi.INT, c);
function valueOf(node: lltype.Ptr<typeof NODE>): i32 { return node.value; }
export function owned(value: i32): i32 {
  using node = make(value);
  return node.ptr.value;
}
export function throughFunctionTypes(): i32 {
  using a = lltype.scoped_alloc(NODE, { zero: true });
  using b = lltype.scoped_alloc(NODE, { zero: true });
  a.ptr.value = 40;
  a.ptr.next = b.ptr;
  b.ptr.value = 2;
  return each(a.ptr, rffi.llhelper(SAME, valueOf));
}
// owned(7) → 7
// throughFunctionTypes() → 42
