// Lists and cycles that are made on one side and walked on the other; arrays of pointers, and a list of free cells.
'use mixmod';
import { i32, isize, lltype, rffi } from 'mixmod';
const own = rffi.ExternalCompilationInfo({
  includes: ['stdlib.h'],
  separate_module_sources: [`
struct node { struct node *next; long value; };
long total(struct node *n) { long s = 0; for (; n; n = n->next) s += n->value++; return s; }
int laps(struct node *start) { int k = 0; struct node *n = start; do { k++; n = n->next; } while (n != start); return k; }
struct node *cons(long value, struct node *next) { struct node *n = malloc(sizeof *n); n->value = value; n->next = next; return n; }
void dispose(struct node *n) { while (n) { struct node *next = n->next; free(n); n = next; } }
struct table { struct cell **cells; };
struct cell { struct table *table; int n; };
int nth(struct cell *c, int i) { return c->table->cells[i]->n; }
`],
});
const c = { compilation_info: own };
interface NodeReference { readonly type: typeof NODE }
const NODE_REF = lltype.ForwardReference<NodeReference>();
const NODE = rffi.CStruct('node', ['next', lltype.Ptr(NODE_REF)], ['value', rffi.LONG]);
NODE_REF.become(NODE);
interface CellReference { readonly type: typeof CELL }
const CELL_REF = lltype.ForwardReference<CellReference>();
const CELLS = rffi.CArray(lltype.Ptr(CELL_REF));
const TABLE = rffi.CStruct('table', ['cells', lltype.Ptr(CELLS)]);
const CELL = rffi.CStruct('cell', ['table', lltype.Ptr(TABLE)], ['n', rffi.INT]);
CELL_REF.become(CELL);
const total = rffi.llexternal('total', [lltype.Ptr(NODE)], rffi.LONG, c);
const laps = rffi.llexternal('laps', [lltype.Ptr(NODE)], rffi.INT, c);
const cons = rffi.llexternal('cons', [rffi.LONG, lltype.Ptr(NODE)], lltype.Ptr(NODE), c);
const dispose = rffi.llexternal('dispose', [lltype.Ptr(NODE)], rffi.VOID, c);
const nth = rffi.llexternal('nth', [lltype.Ptr(CELL), rffi.INT], rffi.INT, c);
export function chain(): string {
  using a = lltype.scoped_alloc(NODE);
  using b = lltype.scoped_alloc(NODE);
  a.ptr.c_value = 111;
  a.ptr.c_next = b.ptr;
  b.ptr.c_value = 222;
  b.ptr.c_next = lltype.nullptr(NODE);
  return `${total(a.ptr)} ${b.ptr.c_value}`;
}
export function cycles(): string {
  using a = lltype.scoped_alloc(NODE, { zero: true });
  using b = lltype.scoped_alloc(NODE, { zero: true });
  a.ptr.c_next = a.ptr;
  const one = laps(a.ptr);
  a.ptr.c_next = b.ptr;
  b.ptr.c_next = a.ptr;
  return `${one} ${laps(b.ptr)}`;
}
/** Made by C, walked here. */
export function made(n: i32): string {
  let head = lltype.nullptr(NODE);
  for (let i: i32 = 0; i < n; i++) head = cons(i, head);
  let text = '';
  for (let p = head; p !== null; p = p.c_next) text += `${p.c_value},`;
  dispose(head);
  return text;
}
export function indirect(): i32 {
  using cells = lltype.scoped_alloc(CELLS, 6, { zero: true });
  using table = lltype.scoped_alloc(TABLE);
  using cell = lltype.scoped_alloc(CELL);
  table.ptr.c_cells = cells.ptr;
  cells.ptr[5] = cell.ptr;
  cell.ptr.c_table = table.ptr;
  cell.ptr.c_n = 42;
  return nth(cell.ptr, 5);
}
const PLACE = lltype.Struct('Place', ['x', lltype.Signed], ['y', lltype.Signed]);
/** Cells that are free are a list: each has the address of the next one in it. */
export function freeCells(n: i32): string {
  using chunk = lltype.scoped_alloc(rffi.CArray(PLACE), n);
  const start = lltype.cast_ptr_to_int(chunk.ptr);
  let free: rffi.VoidPtr = lltype.nullptr(rffi.VOIDP.to);
  for (let i: i32 = 0; i < n; i++) {
    const cell = rffi.ptradd(chunk.ptr, i);
    rffi.cast(rffi.VOIDPP, cell)[0] = free;
    free = rffi.cast(rffi.VOIDP, cell);
  }
  let order = '';
  for (let i: i32 = 0; i < 3; i++) {
    const taken = rffi.cast(lltype.Ptr(PLACE), free);
    free = rffi.cast(rffi.VOIDPP, free)[0];
    taken.x = 0;
    order += `${(lltype.cast_ptr_to_int(taken) - start) / 16} `;
  }
  return order;
}
// chain() → '333 223'
// cycles() → '1 2'
// made(4) → '3,2,1,0,'
// indirect() → 42
// freeCells(10) → '9 8 7 '
