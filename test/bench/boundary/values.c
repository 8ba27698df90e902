// The functions of values.ts as they are written by hand for Node-API: each property, item and string is asked for.
#include <node_api.h>
#include <stdlib.h>

static double number(napi_env env, napi_value value) {
  double result = 0;
  if (napi_get_value_double(env, value, &result) != napi_ok)
    napi_throw_type_error(env, NULL, "a number was expected");
  return result;
}

static double field(napi_env env, napi_value object, const char *name) {
  napi_value value;
  if (napi_get_named_property(env, object, name, &value) != napi_ok) return 0;
  return number(env, value);
}

static napi_value of_number(napi_env env, double number) {
  napi_value value;
  napi_create_double(env, number, &value);
  return value;
}

static napi_value of_point(napi_env env, double x, double y) {
  napi_value object;
  napi_create_object(env, &object);
  napi_set_named_property(env, object, "x", of_number(env, x));
  napi_set_named_property(env, object, "y", of_number(env, y));
  return object;
}

static size_t text_length(napi_env env, napi_value value) {
  char buffer[256];
  size_t length = 0;
  napi_get_value_string_utf8(env, value, buffer, sizeof buffer, &length);
  return length;
}

static uint32_t count_of(napi_env env, napi_value array) {
  uint32_t count = 0;
  napi_get_array_length(env, array, &count);
  return count;
}

#define ARGUMENTS(n)          \
  size_t count = (n);         \
  napi_value arguments[(n)];  \
  napi_get_cb_info(env, info, &count, arguments, NULL, NULL)

static napi_value length(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  double x = field(env, arguments[0], "x"), y = field(env, arguments[0], "y");
  return of_number(env, x * x + y * y);
}

static napi_value added(napi_env env, napi_callback_info info) {
  ARGUMENTS(2);
  napi_value a = arguments[0], b = arguments[1];
  return of_point(env, field(env, a, "x") + field(env, b, "x"), field(env, a, "y") + field(env, b, "y"));
}

static napi_value total(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  double sum = 0;
  uint32_t items = count_of(env, arguments[0]);
  for (uint32_t i = 0; i < items; i++) {
    napi_value item;
    napi_get_element(env, arguments[0], i, &item);
    sum += number(env, item);
  }
  return of_number(env, sum);
}

static napi_value doubled(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  uint32_t items = count_of(env, arguments[0]);
  napi_value result, item;
  napi_create_array_with_length(env, items, &result);
  for (uint32_t i = 0; i < items; i++) {
    napi_get_element(env, arguments[0], i, &item);
    napi_set_element(env, result, i, of_number(env, 2 * number(env, item)));
  }
  return result;
}

static napi_value centre(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  double x = 0, y = 0;
  uint32_t items = count_of(env, arguments[0]);
  for (uint32_t i = 0; i < items; i++) {
    napi_value item;
    napi_get_element(env, arguments[0], i, &item);
    x += field(env, item, "x");
    y += field(env, item, "y");
  }
  return of_point(env, x / items, y / items);
}

static napi_value moved(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  uint32_t items = count_of(env, arguments[0]);
  napi_value result;
  napi_create_array_with_length(env, items, &result);
  for (uint32_t i = 0; i < items; i++) {
    napi_handle_scope scope;
    napi_value item;
    napi_open_handle_scope(env, &scope);
    napi_get_element(env, arguments[0], i, &item);
    napi_set_element(env, result, i, of_point(env, field(env, item, "x") + 1, field(env, item, "y") + 1));
    napi_close_handle_scope(env, scope);
  }
  return result;
}

static napi_value person(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  napi_value name, email, scores;
  double result = field(env, arguments[0], "age");
  napi_get_named_property(env, arguments[0], "name", &name);
  napi_get_named_property(env, arguments[0], "email", &email);
  napi_get_named_property(env, arguments[0], "scores", &scores);
  uint32_t items = count_of(env, scores);
  for (uint32_t i = 0; i < items; i++) {
    napi_value item;
    napi_get_element(env, scores, i, &item);
    number(env, item);
  }
  return of_number(env, result + text_length(env, name) + text_length(env, email) + items);
}

static napi_value texts(napi_env env, napi_callback_info info) {
  ARGUMENTS(1);
  double sum = 0;
  uint32_t items = count_of(env, arguments[0]);
  for (uint32_t i = 0; i < items; i++) {
    napi_handle_scope scope;
    napi_value item;
    napi_open_handle_scope(env, &scope);
    napi_get_element(env, arguments[0], i, &item);
    sum += text_length(env, item);
    napi_close_handle_scope(env, scope);
  }
  return of_number(env, sum);
}

static void export(napi_env env, napi_value exports, const char *name, napi_callback callback) {
  napi_value function;
  napi_create_function(env, name, NAPI_AUTO_LENGTH, callback, NULL, &function);
  napi_set_named_property(env, exports, name, function);
}

NAPI_MODULE_INIT() {
  export(env, exports, "length", length);
  export(env, exports, "added", added);
  export(env, exports, "total", total);
  export(env, exports, "doubled", doubled);
  export(env, exports, "centre", centre);
  export(env, exports, "moved", moved);
  export(env, exports, "person", person);
  export(env, exports, "texts", texts);
  return exports;
}
