// The functions of library.c as V8's optimized code calls them: the receiver is first. And those that take pointers as V8 can give them.
#include "library.c"
#include <dlfcn.h>
#include <node_api.h>

#define RECEIVER void *receiver

void noop_of(RECEIVER) {}
int add_of(RECEIVER, int a, int b) { return a + b; }
double dadd_of(RECEIVER, double a, double b) { return a + b; }
double mix_of(RECEIVER, int a, double b, int c, double d) { return a + b + c + d; }
int add10_of(RECEIVER, int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {
  return a + b + c + d + e + f + g + h + i + j;
}
long long add64_of(RECEIVER, long long a, long long b) { return a + b; }
/** A pointer in a register for integers: V8 makes it of a number, of a bigint, or of an External. */
int first_of(RECEIVER, const unsigned char *p, int i) { return p[i]; }
int at_of(RECEIVER, const int *p, int i) { return p[i]; }
/** The address as a floating point number. */
int at_double(RECEIVER, double p, int i) { return ((const int *)(long long)p)[i]; }
/** The bits of a floating point number as an address. */
int at_bits(RECEIVER, double p, int i) {
  union {
    double number;
    const int *address;
  } both = {p};
  return both.address[i];
}
/** What V8 11 and 12 make of a typed array. */
struct view {
  size_t length;
  const unsigned char *data;
};
int first_of_view(RECEIVER, const struct view *v, int i) { return v->data[i]; }
/** Any value: a typed array's object, whose last fields are two parts of an address. Since V8 13 they lie 8 bytes further. */
static int first_behind(char *const *object, int i, int at) {
  const char *data = *object - 1 + at;
  return (*(const unsigned char *const *)data + *(const long *)(data + 8))[i];
}
int first_of_object(RECEIVER, char *const *object, int i) { return first_behind(object, i, 64); }
int first_of_object_13(RECEIVER, char *const *object, int i) { return first_behind(object, i, 72); }

typedef void *isolate_maker(void);
typedef napi_value external_maker(void *isolate, void *address, unsigned short tag);

/** An External with the address of the numbers, of V8's own function: Node-API's has another address in it. */
static napi_value external(napi_env env, napi_callback_info info) {
  isolate_maker *current = (isolate_maker *)dlsym(0, "_ZN2v87Isolate10GetCurrentEv");
  void *make = dlsym(0, "_ZN2v88External3NewEPNS_7IsolateEPv");
  // V8 14 wants a tag, too.
  if (!make) make = dlsym(0, "_ZN2v88External3NewEPNS_7IsolateEPvt");
  return current && make ? ((external_maker *)make)(current(), (void *)numbers(), 0) : 0;
}

NAPI_MODULE_INIT() {
  napi_value f;
  napi_create_function(env, "external", NAPI_AUTO_LENGTH, external, 0, &f);
  napi_set_named_property(env, exports, "external", f);
  return exports;
}
