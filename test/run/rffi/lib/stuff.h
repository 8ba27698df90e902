#ifndef STUFF_H
#define STUFF_H
#define STUFF_COUNT 3
#define STUFF_RAISED(i) ((i) + STUFF_COUNT)
struct stuff {
  int one;
  char two;
  int three;
};
static inline int stuff_sum(struct stuff *s) { return s->one + s->three; }
#endif
