// A library of its own, so that no compiler sees what a function does while it compiles a call.
#include "library.h"
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>

/** For who counts single steps (count-steps.c); callgrind looks for the names. */
static void mark(void) {
  if (getenv("MARKS_ARE_SIGNALS")) raise(SIGUSR2);
}
void start_count(void) { mark(); }
int end_count(int result) {
  mark();
  return result;
}

void nothing(void) {}
int add(int a, int b) { return a + b; }
double add_double(double a, double b) { return a + b; }
long long add_long(long long a, long long b) { return a + b; }
signed char add_narrow(signed char a, unsigned short b) { return (signed char)(a + b); }
size_t count_bytes(const char *bytes, size_t length) { return length + (unsigned char)bytes[0]; }
int move_point(struct point *p, int by) { return p->x += by; }
struct point turn(struct point p) { return (struct point){-p.y, p.x}; }
struct place middle(struct place a, struct place b) {
  return (struct place){(a.x + b.x) / 2, (a.y + b.y) / 2};
}
struct box widen(struct box b, long by) {
  return (struct box){b.left - by, b.top - by, b.right + by, b.bottom + by};
}
int add_ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {
  return a + b + c + d + e + f + g + h + i + j;
}
int add_all(int count, ...) {
  va_list rest;
  va_start(rest, count);
  int sum = 0;
  while (count-- > 0) sum += va_arg(rest, int);
  va_end(rest);
  return sum;
}
int fail(int number) {
  errno = number;
  return -1;
}
int read_into(int *out, int value) {
  *out = value;
  return 0;
}
int (*chosen(void))(int, int) { return add; }
int repeat(int count, int (*step)(int, void *), void *data) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += step(i, data);
  return sum;
}
