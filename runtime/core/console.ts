// Lines to stdout and stderr, and the clocks of the machine.
import { f64, i32, type isize, lltype, rffi, type u8, usize } from 'mixmod';
import {
  c_clock_gettime,
  half,
  reallocate,
  release,
  set_byte,
  set_word,
  TIMESPEC,
} from './gc/memory.ts';
import { length_of, raise_out_of_memory } from './strings/layout.ts';
import { encode } from './strings/utf8.ts';

const c_write = rffi.llexternal('write', [rffi.INT, rffi.VOIDP, rffi.SIZE_T], rffi.SIGNED);
const c_poll = rffi.llexternal('poll', [rffi.VOIDP, rffi.ULONG, rffi.INT], rffi.INT);

/** `struct pollfd`: what is waited for stands in the upper half of the first word, what came in the upper quarter. */
const POLLFD_BYTES: usize = 8;
const POLLOUT: usize = 4;
const NEW_LINE: u8 = 10;
/** In a row without a byte written: then the descriptor takes nothing more (a full disk). */
const MOST_FAILURES: i32 = 1000;

/** The text and a line feed, as UTF-8; a lone surrogate becomes U+FFFD. What cannot be written is lost, as on Node. */
export function console_write(descriptor: isize, text: usize): void {
  const memory = reallocate(0, POLLFD_BYTES + length_of(text) * 3 + 1);
  if (memory === 0) raise_out_of_memory();
  const start = memory + POLLFD_BYTES;
  const end = encode(text, start);
  set_byte(end, NEW_LINE);
  let at = start;
  let failures: i32 = 0;
  while (at <= end && failures < MOST_FAILURES) {
    const written = c_write(i32(descriptor), rffi.cast(rffi.VOIDP, at), end + 1 - at);
    if (written > 0) {
      at += usize(written);
      failures = 0;
    } else {
      if (!can_write(memory, descriptor)) break;
      failures++;
    }
  }
  release(memory);
}

/** Waits until the descriptor takes bytes again: the host may have made it non-blocking. */
function can_write(pollfd: usize, descriptor: isize): boolean {
  set_word(pollfd, usize(descriptor) | (POLLOUT << 32));
  c_poll(rffi.cast(rffi.VOIDP, pollfd), 1, -1);
  const came = half(pollfd + 4) >>> 16;
  return came === 0 || came === 4;
}

function milliseconds(clock: i32): f64 {
  using time = lltype.scoped_alloc(TIMESPEC);
  c_clock_gettime(clock, time.ptr);
  return f64(time.ptr.seconds) * 1000 + f64(time.ptr.nanoseconds) / 1e6;
}

const CLOCK_REALTIME: i32 = 0;
const CLOCK_MONOTONIC: i32 = 1;

/** ECMA-262 21.4.3.1. */
export function clock_wall(): f64 {
  return Math.floor(milliseconds(CLOCK_REALTIME));
}

/** performance.now(). */
export function clock_steady(): f64 {
  return milliseconds(CLOCK_MONOTONIC);
}
