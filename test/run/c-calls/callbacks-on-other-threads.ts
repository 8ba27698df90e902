'use mixmod';
import { f64, i32, i64, lltype, rffi, rposix, usize } from 'mixmod';
const POINT = rffi.CStruct('thread_point', ['x', rffi.DOUBLE], ['y', rffi.DOUBLE]);
const BIG = rffi.CStruct('thread_big', ['a', rffi.LONG], ['b', rffi.LONG], ['c', rffi.LONG]);
const ADD = rffi.CCallback([rffi.INT, rffi.INT], rffi.INT);
const SHIFT = rffi.CCallback([POINT, rffi.FLOAT], POINT);
const TURN = rffi.CCallback([BIG, rffi.LONG], BIG);
const EACH = rffi.CCallback([rffi.VOIDP, rffi.INT], rffi.VOID);
const threads = rffi.ExternalCompilationInfo({
  includes: ['pthread.h', 'errno.h'],
  post_include_bits: [
    'typedef struct thread_point { double x, y; } thread_point;',
    'typedef struct thread_big { long a, b, c; } thread_big;',
    'int on_a_thread(int (*)(int, int), int, int);',
    'double point_on_a_thread(thread_point (*)(thread_point, float), double, double);',
    'long big_on_a_thread(thread_big (*)(thread_big, long), long);',
    'int on_threads(void (*)(void *, int), void *, int, int);',
    'int ten_times(int (*)(int, int));',
    'int fails(int);',
  ],
  separate_module_sources: [
    `
    #include <pthread.h>
    #include <errno.h>
    struct task { int (*add)(int, int); int a, b, result; };
    static void *run(void *of) { struct task *t = of; t->result = t->add(t->a, t->b); return 0; }
    int on_a_thread(int (*add)(int, int), int a, int b) {
      struct task t = { add, a, b, 0 };
      pthread_t id;
      if (pthread_create(&id, 0, run, &t)) return -1;
      pthread_join(id, 0);
      return t.result;
    }
    struct shift { thread_point (*by)(thread_point, float); thread_point p; };
    static void *shift(void *of) { struct shift *s = of; s->p = s->by(s->p, 0.5f); return 0; }
    double point_on_a_thread(thread_point (*by)(thread_point, float), double x, double y) {
      struct shift s = { by, { x, y } };
      pthread_t id;
      if (pthread_create(&id, 0, shift, &s)) return -1;
      pthread_join(id, 0);
      return s.p.x * 100 + s.p.y;
    }
    struct turn { thread_big (*by)(thread_big, long); thread_big b; };
    static void *turn(void *of) { struct turn *t = of; t->b = t->by(t->b, 7); return 0; }
    long big_on_a_thread(thread_big (*by)(thread_big, long), long a) {
      struct turn t = { by, { a, a + 1, a + 2 } };
      pthread_t id;
      if (pthread_create(&id, 0, turn, &t)) return -1;
      pthread_join(id, 0);
      return t.b.a * 10000 + t.b.b * 100 + t.b.c;
    }
    struct many { void (*each)(void *, int); void *data; int times; };
    static void *many(void *of) { struct many *m = of; for (int i = 0; i < m->times; i++) m->each(m->data, i); return 0; }
    int on_threads(void (*each)(void *, int), void *data, int n, int times) {
      pthread_t ids[16];
      struct many m = { each, data, times };
      for (int i = 0; i < n; i++) if (pthread_create(&ids[i], 0, many, &m)) return -1;
      for (int i = 0; i < n; i++) pthread_join(ids[i], 0);
      return n;
    }
    int ten_times(int (*add)(int, int)) { int sum = 0; for (int i = 0; i < 10; i++) sum = add(sum, i); return sum; }
    int fails(int with) { errno = with; return -1; }
  `,
  ],
  libraries: ['pthread'],
});
const released = { compilation_info: threads, releasegil: true } as const;
const on_a_thread = rffi.llexternal('on_a_thread', [ADD, rffi.INT, rffi.INT], rffi.INT, released);
const point_on_a_thread = rffi.llexternal(
  'point_on_a_thread',
  [SHIFT, rffi.DOUBLE, rffi.DOUBLE],
  rffi.DOUBLE,
  released,
);
const big_on_a_thread = rffi.llexternal('big_on_a_thread', [TURN, rffi.LONG], rffi.LONG, released);
const on_threads = rffi.llexternal(
  'on_threads',
  [EACH, rffi.VOIDP, rffi.INT, rffi.INT],
  rffi.INT,
  released,
);
const ten_times = rffi.llexternal('ten_times', [ADD], rffi.INT, released);
const fails = rffi.llexternal('fails', [rffi.INT], rffi.INT, {
  compilation_info: threads,
  releasegil: true,
  save_err: rffi.RFFI_SAVE_ERRNO,
});

export function one(a: i32, b: i32): i32 {
  let calls = 0;
  const sum = on_a_thread(
    (x, y) => {
      calls++;
      return x * 10 + y;
    },
    a,
    b,
  );
  return sum * 10 + i32(calls);
}
/** The structure that C gets is copied out of memory that ends with the function that waits. */
export function points(x: f64, y: f64): f64 {
  using memory = lltype.scoped_alloc(POINT);
  return point_on_a_thread(
    (p, by) => {
      memory.ptr.c_x = p.c_y + by;
      memory.ptr.c_y = p.c_x;
      return memory.ptr;
    },
    x,
    y,
  );
}
export function big(a: i64): i64 {
  using memory = lltype.scoped_alloc(BIG);
  return i64(
    big_on_a_thread(
      (b, by) => {
        memory.ptr.c_a = b.c_a + by;
        memory.ptr.c_b = b.c_b;
        memory.ptr.c_c = b.c_c - 1;
        return memory.ptr;
      },
      rffi.cast(rffi.LONG, a),
    ),
  );
}
/** Objects are made meanwhile, so that the collector runs. */
export function many(threads_: i32, times: i32): string {
  const seen: number[] = [];
  let text = '';
  const n = on_threads(
    (_data, i) => {
      seen.push(i);
      text = `${seen.length}: ${[i, i + 1, i + 2].join()}`;
    },
    null,
    threads_,
    times,
  );
  let sum = 0;
  for (const one of seen) sum += one;
  return `${n} threads, ${seen.length} calls, sum ${sum}, ${text.length > 0}`;
}
/** The thread that called is not the caller's, and is answered like the others. */
export function from_the_function(): i32 {
  return ten_times((a, b) => a + b);
}
/** While one function waits another is called, out of a callback. */
export function nested(depth: i32): i32 {
  return on_a_thread((a, b) => (a === 0 ? b : nested(a - 1) + b), depth, 1);
}
export function errors(): i32 {
  return on_a_thread(
    (a, b) => {
      if (a > b) throw new RangeError(`${a} is above ${b}`);
      return 1;
    },
    5,
    4,
  );
}
export function saved(): i32 {
  fails(33);
  return rposix.get_saved_errno();
}
// one(3, 4) → 341
// points(1, 2) → 251
// big(1n) → 80202n
// many(4, 50) → '4 threads, 200 calls, sum 4900, true'
// from_the_function() → 45
// nested(5) → 6
// errors() → RangeError: 5 is above 4
// one(0, 9) → 91
// saved() → 33
