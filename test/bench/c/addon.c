// The Node-API module around the kernels, written as one writes such a module by hand: arguments out of JavaScript
// values, the call, the result into one. Arguments are checked by `add` alone: the benchmark is the only caller.
#include <node_api.h>
#include "kernels.h"

enum { MAX_ARGUMENTS = 6 };

typedef struct {
  void *data;
  size_t length;
} array;

static void get_arguments(napi_env env, napi_callback_info info, napi_value *arguments) {
  size_t count = MAX_ARGUMENTS;
  napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
}

static array get_array(napi_env env, napi_value value) {
  array result = {NULL, 0};
  napi_get_typedarray_info(env, value, NULL, &result.length, &result.data, NULL, NULL);
  return result;
}

static double get_number(napi_env env, napi_value value) {
  double result = 0;
  napi_get_value_double(env, value, &result);
  return result;
}

static napi_value make_number(napi_env env, double number) {
  napi_value value;
  napi_create_double(env, number, &value);
  return value;
}

// A new Uint8Array; its bytes, which are 0, in `data`.
static napi_value make_bytes(napi_env env, size_t length, uint8_t **data) {
  napi_value buffer, value;
  napi_create_arraybuffer(env, length, (void **)data, &buffer);
  napi_create_typedarray(env, napi_uint8_array, length, buffer, 0, &value);
  return value;
}

static napi_value call_sha256(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  array data = get_array(env, arguments[0]);
  uint8_t *digest;
  napi_value result = make_bytes(env, 32, &digest);
  sha256(data.data, data.length, digest);
  return result;
}

static napi_value call_crc32(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  array data = get_array(env, arguments[0]);
  return make_number(env, crc32(data.data, data.length, 0));
}

static napi_value call_adler32(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  array data = get_array(env, arguments[0]);
  return make_number(env, adler32(data.data, data.length));
}

static napi_value call_encode(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  array data = get_array(env, arguments[0]);
  uint8_t *text;
  napi_value result = make_bytes(env, (data.length + 2) / 3 * 4, &text);
  base64_encode(data.data, data.length, text);
  return result;
}

static napi_value call_render(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  double number[MAX_ARGUMENTS];
  for (int i = 0; i < MAX_ARGUMENTS; i++) number[i] = get_number(env, arguments[i]);
  uint32_t width = (uint32_t)number[0], height = (uint32_t)number[1];
  uint8_t *pixels;
  napi_value result = make_bytes(env, ((size_t)width * 3 + 1) * height, &pixels);
  mandelbrot(width, height, number[2], number[3], number[4], (uint32_t)number[5], pixels);
  return result;
}

static napi_value call_column_statistics(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  array data = get_array(env, arguments[0]), results = get_array(env, arguments[2]);
  uint8_t separator = (uint8_t)get_number(env, arguments[1]);
  return make_number(env, (double)column_statistics(data.data, data.length, separator, results.data,
                                                    results.length));
}

static napi_value call_sum(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  array values = get_array(env, arguments[0]);
  return make_number(env, sum(values.data, values.length));
}

static napi_value call_add_to_all(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  array values = get_array(env, arguments[0]);
  add_to_all(values.data, values.length, (int32_t)get_number(env, arguments[1]));
  return NULL;
}

static napi_value call_count_primes(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  return make_number(env, count_primes((uint32_t)get_number(env, arguments[0])));
}

static napi_value call_multiply(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  array a = get_array(env, arguments[0]), b = get_array(env, arguments[1]);
  array result = get_array(env, arguments[2]);
  multiply(a.data, b.data, result.data, (size_t)get_number(env, arguments[3]));
  return NULL;
}

static napi_value call_fibonacci(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  return make_number(env, fibonacci((int32_t)get_number(env, arguments[0])));
}

static napi_value call_fibonacci_of_number(napi_env env, napi_callback_info info) {
  napi_value arguments[MAX_ARGUMENTS];
  get_arguments(env, info, arguments);
  return make_number(env, fibonacci_of_number(get_number(env, arguments[0])));
}

static napi_value call_add(napi_env env, napi_callback_info info) {
  size_t count = 2;
  napi_value arguments[2], result;
  int32_t a = 0, b = 0;
  napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
  // What a call costs is compared, so this one checks its arguments, as modules for others must.
  if (napi_get_value_int32(env, arguments[0], &a) != napi_ok ||
      napi_get_value_int32(env, arguments[1], &b) != napi_ok) {
    napi_throw_type_error(env, NULL, "add: the arguments must be numbers");
    return NULL;
  }
  napi_create_int32(env, (int32_t)((uint32_t)a + (uint32_t)b), &result);
  return result;
}

NAPI_MODULE_INIT() {
  const struct {
    const char *name;
    napi_callback call;
  } functions[] = {
      {"sha256", call_sha256},
      {"crc32", call_crc32},
      {"adler32", call_adler32},
      {"encode", call_encode},
      {"render", call_render},
      {"columnStatistics", call_column_statistics},
      {"sum", call_sum},
      {"addToAll", call_add_to_all},
      {"countPrimes", call_count_primes},
      {"multiply", call_multiply},
      {"multiplyByIntegers", call_multiply},
      {"fibonacci", call_fibonacci},
      {"fibonacciOfNumber", call_fibonacci_of_number},
      {"add", call_add},
  };
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    napi_value function;
    napi_create_function(env, functions[i].name, NAPI_AUTO_LENGTH, functions[i].call, NULL, &function);
    napi_set_named_property(env, exports, functions[i].name, function);
  }
  return exports;
}
