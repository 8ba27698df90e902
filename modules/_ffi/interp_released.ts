'use mixmod';
// A call of C on a helper thread, while callbacks of other threads run on this one. It takes what the frame says, as `call` of
// interp_calls.ts does, and the results come back to the frame when it has returned: callbacks use the frame meanwhile.
import { lltype, rffi } from 'mixmod';
import {
  DEPTH,
  ERRNO,
  halves,
  PENDING,
  RESULT,
  SHAPE,
  STACK,
  THROWN,
  words,
} from './interp_words.ts';

const WORDS = rffi.CStruct(
  'released_call',
  ['registers', rffi.CFixedArray(rffi.LONG, 16)],
  ['stack', rffi.CFixedArray(rffi.LONG, 128)],
  ['result', rffi.CFixedArray(rffi.LONG, 4)],
  ['shape', rffi.INT],
  ['error', rffi.INT],
);

// Which value goes to which register is decided already: a call with all registers loaded is a call of any function. Variadic functions
// find the number of floating point registers where a variadic call puts it.
const released = rffi.ExternalCompilationInfo({
  includes: ['errno.h', 'string.h'],
  post_include_bits: [
    'struct released_call { long registers[16], stack[128], result[4]; int shape, error; };',
    'void mixmod_released_call(struct released_call *);',
  ],
  separate_module_sources: [
    `
    typedef struct { long i; double d; } mixed;
    typedef struct { long a, b; } two_integers;
    typedef struct { double a, b; } two_floats;
    typedef struct { long w[8]; } words_8;
    typedef struct { long w[128]; } words_128;
    #define TYPES long, long, long, long, long, long, double, double, double, double, double, double, double, double
    #define REGISTERS i[0], i[1], i[2], i[3], i[4], i[5], d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]
    #define CALL(T, at) { \\
      T given; \\
      if (size == 0) given = ((T (*)(TYPES, ...))code)(REGISTERS); \\
      else if (size == 1) given = ((T (*)(TYPES, words_8, ...))code)(REGISTERS, *(words_8 *)call->stack); \\
      else given = ((T (*)(TYPES, words_128, ...))code)(REGISTERS, *(words_128 *)call->stack); \\
      error = errno; \\
      memcpy(at, &given, sizeof given); }
    void mixmod_released_call(struct released_call *call) {
      void *code = (void *)call->registers[0];
      const long *i = call->registers + 1;
      double d[8];
      int kind = call->shape < 9 ? call->shape % 3 : 3, size = call->shape < 9 ? call->shape / 3 : call->shape - 9, error;
      long r[2];
      memcpy(d, call->registers + 7, sizeof d);
      errno = call->error;
      if (kind == 0) { CALL(mixed, r) call->result[0] = r[0]; call->result[2] = r[1]; }
      else if (kind == 1) { CALL(two_integers, r) call->result[0] = r[0]; call->result[1] = r[1]; }
      else if (kind == 2) { CALL(two_floats, r) call->result[2] = r[0]; call->result[3] = r[1]; }
      else CALL(long double, call->result)
      call->error = error;
    }`,
  ],
});
const c_call_released = rffi.llexternal('mixmod_released_call', [lltype.Ptr(WORDS)], rffi.VOID, {
  compilation_info: released,
  releasegil: true,
});
const c_call = rffi.llexternal('mixmod_released_call', [lltype.Ptr(WORDS)], rffi.VOID, {
  compilation_info: released,
});

export function call_released(): void {
  using call = lltype.scoped_alloc(WORDS);
  begin(call.ptr);
  c_call_released(call.ptr);
  end(call.ptr);
}

/** On this thread: for results in st(0), all 80 bits of them. */
export function call_extended(): void {
  using call = lltype.scoped_alloc(WORDS);
  begin(call.ptr);
  c_call(call.ptr);
  end(call.ptr);
}

type Call = lltype.Ptr<typeof WORDS>;

function begin(ptr: Call): void {
  rffi.c_memcpy(rffi.cast(rffi.VOIDP, ptr.c_registers), rffi.cast(rffi.VOIDP, words), 128);
  rffi.c_memcpy(
    rffi.cast(rffi.VOIDP, ptr.c_stack),
    rffi.cast(rffi.VOIDP, rffi.ptradd(words, STACK)),
    1024,
  );
  ptr.c_shape = halves[SHAPE];
  ptr.c_error = halves[ERRNO];
  halves[DEPTH] += 1;
}

function end(ptr: Call): void {
  halves[DEPTH] -= 1;
  for (let i = 0; i < 4; i++) words[RESULT + i] = ptr.c_result[i];
  halves[ERRNO] = ptr.c_error;
  if (halves[PENDING] === THROWN) halves[PENDING] = 0;
}
