// The functions that are called.
#include <stdlib.h>
#include <string.h>
#include <time.h>

void noop(void) {}
int add(int a, int b) { return a + b; }
double dadd(double a, double b) { return a + b; }
double mix(int a, double b, int c, double d) { return a + b + c + d; }
int add10(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {
  return a + b + c + d + e + f + g + h + i + j;
}
long long add64(long long a, long long b) { return a + b; }
unsigned long length(const char *s) { return strlen(s); }
int first(const unsigned char *p, int i) { return p[i]; }
int sum(const unsigned char *p, int n) {
  int total = 0;
  for (int i = 0; i < n; i++) total += p[i];
  return total;
}
const int *numbers(void) {
  static const int list[] = {10, 20, 30, 40};
  return list;
}
int at(const int *p, int i) { return p[i]; }
struct point {
  double x, y;
};
struct point point_add(struct point a, struct point b) {
  return (struct point){a.x + b.x, a.y + b.y};
}
struct pair {
  int a, b;
};
struct pair pair_swap(struct pair p) { return (struct pair){p.b, p.a}; }
int call(int (*f)(int, int), int n) {
  int sum = 0;
  for (int i = 0; i < n; i++) sum = f(sum, i);
  return sum;
}
void sort(int *data, int count, int (*compare)(const void *, const void *)) {
  qsort(data, count, sizeof(int), compare);
}
const char *greeting(void) { return "sixteen letters!"; }

/** Time that this thread has run for: other programs of the machine, and V8's other threads, are not in it. */
double nanoseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}
