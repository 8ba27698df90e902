// The same functions behind Node-API, written by hand.
#include "library.c"
#include <node_api.h>

#define ARGS(n)                                                                                    \
  napi_value a[n], r;                                                                              \
  size_t c = n;                                                                                    \
  napi_get_cb_info(env, info, &c, a, 0, 0)
#define INT(i)                                                                                     \
  int v##i;                                                                                        \
  napi_get_value_int32(env, a[i], &v##i)
#define DOUBLE(i)                                                                                  \
  double v##i;                                                                                     \
  napi_get_value_double(env, a[i], &v##i)

static napi_value n_noop(napi_env env, napi_callback_info info) {
  noop();
  return 0;
}
static napi_value n_add(napi_env env, napi_callback_info info) {
  ARGS(2);
  INT(0);
  INT(1);
  napi_create_int32(env, add(v0, v1), &r);
  return r;
}
static napi_value n_dadd(napi_env env, napi_callback_info info) {
  ARGS(2);
  DOUBLE(0);
  DOUBLE(1);
  napi_create_double(env, dadd(v0, v1), &r);
  return r;
}
static napi_value n_mix(napi_env env, napi_callback_info info) {
  ARGS(4);
  INT(0);
  DOUBLE(1);
  INT(2);
  DOUBLE(3);
  napi_create_double(env, mix(v0, v1, v2, v3), &r);
  return r;
}
static napi_value n_add10(napi_env env, napi_callback_info info) {
  ARGS(10);
  int v[10];
  for (int i = 0; i < 10; i++) napi_get_value_int32(env, a[i], &v[i]);
  int sum = add10(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9]);
  napi_create_int32(env, sum, &r);
  return r;
}
static napi_value n_add64(napi_env env, napi_callback_info info) {
  ARGS(2);
  int64_t x, y;
  bool lossless;
  napi_get_value_bigint_int64(env, a[0], &x, &lossless);
  napi_get_value_bigint_int64(env, a[1], &y, &lossless);
  napi_create_bigint_int64(env, add64(x, y), &r);
  return r;
}
static napi_value n_length(napi_env env, napi_callback_info info) {
  ARGS(1);
  char text[256];
  size_t size;
  napi_get_value_string_utf8(env, a[0], text, sizeof text, &size);
  napi_create_bigint_uint64(env, length(text), &r);
  return r;
}
static napi_value n_first(napi_env env, napi_callback_info info) {
  ARGS(2);
  void *data;
  napi_get_typedarray_info(env, a[0], 0, 0, &data, 0, 0);
  INT(1);
  napi_create_int32(env, first(data, v1), &r);
  return r;
}
static napi_value n_sum(napi_env env, napi_callback_info info) {
  ARGS(2);
  void *data;
  napi_get_typedarray_info(env, a[0], 0, 0, &data, 0, 0);
  INT(1);
  napi_create_int32(env, sum(data, v1), &r);
  return r;
}
static napi_value n_numbers(napi_env env, napi_callback_info info) {
  napi_value r;
  napi_create_external(env, (void *)numbers(), 0, 0, &r);
  return r;
}
static napi_value n_at(napi_env env, napi_callback_info info) {
  ARGS(2);
  void *data;
  napi_get_value_external(env, a[0], &data);
  INT(1);
  napi_create_int32(env, at(data, v1), &r);
  return r;
}
static napi_value n_nanoseconds(napi_env env, napi_callback_info info) {
  napi_value r;
  napi_create_double(env, nanoseconds(), &r);
  return r;
}
static double field(napi_env env, napi_value object, const char *name) {
  napi_value v;
  double d;
  napi_get_named_property(env, object, name, &v);
  napi_get_value_double(env, v, &d);
  return d;
}
static void set(napi_env env, napi_value object, const char *name, double d) {
  napi_value v;
  napi_create_double(env, d, &v);
  napi_set_named_property(env, object, name, v);
}
static napi_value n_point(napi_env env, napi_callback_info info) {
  ARGS(2);
  struct point p = {field(env, a[0], "x"), field(env, a[0], "y")};
  struct point q = {field(env, a[1], "x"), field(env, a[1], "y")};
  p = point_add(p, q);
  napi_create_object(env, &r);
  set(env, r, "x", p.x);
  set(env, r, "y", p.y);
  return r;
}
static napi_value n_pair(napi_env env, napi_callback_info info) {
  ARGS(1);
  struct pair p = {field(env, a[0], "a"), field(env, a[0], "b")};
  p = pair_swap(p);
  napi_create_object(env, &r);
  set(env, r, "a", p.a);
  set(env, r, "b", p.b);
  return r;
}

static napi_env callee_env;
static napi_value callee;

static int run(double x, double y) {
  napi_handle_scope scope;
  napi_value args[2], got;
  int32_t result = 0;
  napi_open_handle_scope(callee_env, &scope);
  napi_create_double(callee_env, x, &args[0]);
  napi_create_double(callee_env, y, &args[1]);
  if (napi_call_function(callee_env, callee, callee, 2, args, &got) == napi_ok)
    napi_get_value_int32(callee_env, got, &result);
  napi_close_handle_scope(callee_env, scope);
  return result;
}
static int run_ints(int x, int y) { return run(x, y); }
/** The values are read here: JavaScript is given numbers. */
static int run_compare(const void *x, const void *y) {
  return run(*(const int *)x, *(const int *)y);
}
static napi_value n_call(napi_env env, napi_callback_info info) {
  ARGS(2);
  INT(1);
  callee_env = env;
  callee = a[0];
  napi_create_int32(env, call(run_ints, v1), &r);
  return r;
}
static napi_value n_sort(napi_env env, napi_callback_info info) {
  ARGS(3);
  void *data;
  napi_get_typedarray_info(env, a[0], 0, 0, &data, 0, 0);
  INT(1);
  (void)r;
  callee_env = env;
  callee = a[2];
  sort(data, v1, run_compare);
  return 0;
}
static napi_value n_greeting(napi_env env, napi_callback_info info) {
  napi_value r;
  napi_create_string_utf8(env, greeting(), NAPI_AUTO_LENGTH, &r);
  return r;
}

NAPI_MODULE_INIT() {
#define EXPORT(name, f)                                                                            \
  {                                                                                                \
    napi_value v;                                                                                  \
    napi_create_function(env, name, NAPI_AUTO_LENGTH, f, 0, &v);                                   \
    napi_set_named_property(env, exports, name, v);                                                \
  }
  EXPORT("noop", n_noop)
  EXPORT("add", n_add)
  EXPORT("dadd", n_dadd)
  EXPORT("mix", n_mix)
  EXPORT("add10", n_add10)
  EXPORT("add64", n_add64)
  EXPORT("length", n_length)
  EXPORT("first", n_first)
  EXPORT("sum", n_sum)
  EXPORT("numbers", n_numbers)
  EXPORT("at", n_at)
  EXPORT("nanoseconds", n_nanoseconds)
  EXPORT("point_add", n_point)
  EXPORT("pair_swap", n_pair)
  EXPORT("call", n_call)
  EXPORT("sort", n_sort)
  EXPORT("greeting", n_greeting)
  return exports;
}
