// The loops of caller.ts, in C: each function of the one has its like of the same name in the other.
#include "library.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static int loop_nothing(int n) {
  start_count();
  for (int i = 0; i < n; i++) nothing();
  return end_count(n);
}
static int loop_add(int n) {
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum = add(sum, i);
  return end_count(sum);
}
/** What the loop gives is needed after one more call. */
static int loop_add_kept(int n) {
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum = add(sum, i);
  end_count(0);
  return sum;
}
static int loop_add_double(int n) {
  double sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum = add_double(sum, 0.5);
  return end_count(sum);
}
static int loop_add_long(int n) {
  long long sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum = add_long(sum, 3);
  return end_count(sum);
}
static int loop_add_narrow(int n) {
  signed char sum = 0;
  unsigned short by = n;
  start_count();
  for (int i = 0; i < n; i++) sum = add_narrow(sum, by);
  return end_count(sum);
}
static int loop_count_bytes(int n) {
  char bytes[8];
  bytes[0] = 1;
  size_t sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum += count_bytes(bytes, 8);
  return end_count(sum);
}
static int loop_move_point(int n) {
  struct point p = {0, 0};
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum += move_point(&p, i);
  return end_count(sum);
}
static int loop_read_field(int n) {
  struct point p = {0, 0};
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) {
    move_point(&p, i);
    sum += p.x;
  }
  return end_count(sum);
}
static int loop_turn(int n) {
  struct point p = {1, 2};
  start_count();
  for (int i = 0; i < n; i++) p = turn(p);
  return end_count(p.x);
}
static int loop_middle(int n) {
  struct place p = {8, 8}, q = {1, 1};
  start_count();
  for (int i = 0; i < n; i++) p = middle(p, q);
  return end_count(p.x);
}
static int loop_widen(int n) {
  struct box b = {0, 0, 0, 0};
  start_count();
  for (int i = 0; i < n; i++) b = widen(b, i);
  return end_count(b.right);
}
static int loop_add_ten(int n) {
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum = add_ten(sum, i, 1, 2, 3, 4, 5, 6, 7, i);
  return end_count(sum);
}
static int loop_add_all(int n) {
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum = add_all(3, sum, i, 1);
  return end_count(sum);
}
/** C that keeps errno where others see it, as the declaration in the other asks for. */
int saved_errno;
static int loop_fail(int n) {
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) {
    fail(i);
    saved_errno = errno;
    sum += saved_errno;
  }
  return end_count(sum);
}
static int loop_read_into(int n) {
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) {
    int out = 0;
    read_into(&out, i);
    sum += out;
  }
  return end_count(sum);
}
static int loop_chosen(int n) {
  int (*f)(int, int) = chosen();
  int sum = 0;
  start_count();
  for (int i = 0; i < n; i++) sum = f(sum, i);
  return end_count(sum);
}
static int step(int i, void *data) { return i + *(int *)data; }
static int loop_repeat(int n) {
  int by = n;
  start_count();
  int sum = repeat(n, step, &by);
  return end_count(sum);
}

#define LOOP(name)                                                                                 \
  { #name, name }
static const struct {
  const char *name;
  int (*loop)(int);
} LOOPS[] = {
    LOOP(loop_nothing),
    LOOP(loop_add),
    LOOP(loop_add_kept),
    LOOP(loop_add_double),
    LOOP(loop_add_long),
    LOOP(loop_add_narrow),
    LOOP(loop_count_bytes),
    LOOP(loop_move_point),
    LOOP(loop_read_field),
    LOOP(loop_turn),
    LOOP(loop_middle),
    LOOP(loop_widen),
    LOOP(loop_add_ten),
    LOOP(loop_add_all),
    LOOP(loop_fail),
    LOOP(loop_read_into),
    LOOP(loop_chosen),
    LOOP(loop_repeat),
};

/** Counts of iterations follow; one line for each loop and count. */
int main(int count, char **arguments) {
  for (size_t i = 0; i < sizeof LOOPS / sizeof *LOOPS; i++)
    for (int j = 1; j < count; j++)
      printf("%s %d\n", LOOPS[i].name, LOOPS[i].loop(atoi(arguments[j])));
  return 0;
}
