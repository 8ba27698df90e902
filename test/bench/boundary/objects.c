// The class and the functions of objects.ts as they are written by hand for Node-API.
#include <node_api.h>
#include <stdlib.h>
#include <string.h>

#define ARGUMENTS(n)                                              \
  size_t count = (n);                                             \
  napi_value arguments[(n)], self;                                \
  napi_get_cb_info(env, info, &count, arguments, &self, NULL)

typedef struct {
  int32_t count;
} counter;

static void counter_free(napi_env env, void *data, void *hint) { free(data); }

static napi_value counter_new(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  counter *made = malloc(sizeof *made);
  if (napi_get_value_int32(env, arguments[0], &made->count) != napi_ok)
    napi_throw_type_error(env, NULL, "an integer was expected");
  napi_wrap(env, self, made, counter_free, NULL, NULL);
  return self;
}

static counter *counter_of(napi_env env, napi_value self) {
  counter *found = NULL;
  if (napi_unwrap(env, self, (void **)&found) != napi_ok)
    napi_throw_type_error(env, NULL, "a Counter was expected");
  return found;
}

static napi_value of_int(napi_env env, int32_t number) {
  napi_value value;
  napi_create_int32(env, number, &value);
  return value;
}

static napi_value counter_add(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  counter *own = counter_of(env, self);
  int32_t n = 0;
  napi_get_value_int32(env, arguments[0], &n);
  return of_int(env, own ? own->count += n : 0);
}

static napi_value counter_count(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  counter *own = counter_of(env, self);
  return of_int(env, own ? own->count : 0);
}

static double call(napi_env env, napi_value function, double x) {
  napi_value argument, undefined, result;
  double number = 0;
  napi_create_double(env, x, &argument);
  napi_get_undefined(env, &undefined);
  if (napi_call_function(env, undefined, function, 1, &argument, &result) == napi_ok)
    napi_get_value_double(env, result, &number);
  return number;
}

static napi_value of_number(napi_env env, double number) {
  napi_value value;
  napi_create_double(env, number, &value);
  return value;
}

static napi_value apply(napi_env env, napi_callback_info info) {
  ARGUMENTS(2);
  double x = 0;
  napi_get_value_double(env, arguments[1], &x);
  return of_number(env, call(env, arguments[0], x));
}

static napi_value each(napi_env env, napi_callback_info info) {
  ARGUMENTS(2);
  int32_t n = 0;
  double sum = 0;
  napi_get_value_int32(env, arguments[0], &n);
  for (int32_t i = 0; i < n; i++) {
    napi_handle_scope scope;
    napi_open_handle_scope(env, &scope);
    sum += call(env, arguments[1], i);
    napi_close_handle_scope(env, scope);
  }
  return of_number(env, sum);
}

static napi_value greet(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  char text[262] = "Hello ";
  size_t length = 0;
  napi_value result;
  napi_get_value_string_utf8(env, arguments[0], text + 6, 256, &length);
  napi_create_string_utf8(env, text, length + 6, &result);
  return result;
}

static napi_value fails(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  char text[256];
  size_t length = 0;
  napi_get_value_string_utf8(env, arguments[0], text, sizeof text, &length);
  napi_throw_range_error(env, NULL, text);
  return NULL;
}

static void export(napi_env env, napi_value exports, const char *name, napi_callback callback) {
  napi_value function;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, callback, NULL, &function);
  napi_set_named_property(env, exports, name, function);
}

NAPI_MODULE_INIT() {
  napi_property_descriptor members[] = {
      {"add", NULL, counter_add, NULL, NULL, NULL, napi_default, NULL},
      {"count", NULL, NULL, counter_count, NULL, NULL, napi_default, NULL},
  };
  napi_value class;
  napi_define_class(env, "Counter", NAPI_AUTO_LENGTH, counter_new, NULL, 2, members, &class);
  napi_set_named_property(env, exports, "Counter", class);
  export(env, exports, "apply", apply);
  export(env, exports, "each", each);
  export(env, exports, "greet", greet);
  export(env, exports, "fails", fails);
  return exports;
}
