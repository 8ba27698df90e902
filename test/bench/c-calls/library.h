// The functions that both callers call. Each does next to nothing, so that the call is what costs.
#include <stddef.h>

struct point {
  int x, y;
};
struct place {
  double x, y;
};
struct box {
  long left, top, right, bottom;
};

/** What is counted begins when it returns. */
void start_count(void);
/** And ends here. Gives its argument: so no loop's result has to survive this call. */
int end_count(int result);

void nothing(void);
int add(int a, int b);
double add_double(double a, double b);
long long add_long(long long a, long long b);
signed char add_narrow(signed char a, unsigned short b);
size_t count_bytes(const char *bytes, size_t length);
int move_point(struct point *p, int by);
struct point turn(struct point p);
struct place middle(struct place a, struct place b);
struct box widen(struct box b, long by);
int add_ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j);
int add_all(int count, ...);
int fail(int number);
int read_into(int *out, int value);
int (*chosen(void))(int, int);
int repeat(int count, int (*step)(int, void *), void *data);
