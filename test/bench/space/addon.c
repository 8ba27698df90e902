// The loops of space.ts with Node-API, as one writes them by hand.
#include <node_api.h>

static int arguments(napi_env env, napi_callback_info info, napi_value *values) {
  size_t count = 3;
  int rounds = 0;
  napi_get_cb_info(env, info, &count, values, NULL, NULL);
  napi_get_value_int32(env, values[1], &rounds);
  return rounds;
}

static napi_value number(napi_env env, double value) {
  napi_value result;
  napi_create_double(env, value, &result);
  return result;
}

static napi_value get(napi_env env, napi_callback_info info) {
  napi_value values[3], found;
  napi_handle_scope scope;
  double sum = 0, one;
  int rounds = arguments(env, info, values);
  for (int i = 0; i < rounds; i++) {
    napi_open_handle_scope(env, &scope);
    napi_get_named_property(env, values[0], "x", &found);
    napi_get_value_double(env, found, &one);
    sum += one;
    napi_close_handle_scope(env, scope);
  }
  return number(env, sum);
}

static napi_value get_by_name(napi_env env, napi_callback_info info) {
  napi_value values[3], found;
  napi_handle_scope scope;
  double sum = 0, one;
  int rounds = arguments(env, info, values);
  for (int i = 0; i < rounds; i++) {
    napi_open_handle_scope(env, &scope);
    napi_get_property(env, values[0], values[2], &found);
    napi_get_value_double(env, found, &one);
    sum += one;
    napi_close_handle_scope(env, scope);
  }
  return number(env, sum);
}

// Each value is kept by a reference, as one does who does not know how long it is needed.
static napi_value follow(napi_env env, napi_callback_info info) {
  napi_value values[3], at, found;
  napi_handle_scope scope;
  napi_ref kept, next;
  int rounds = arguments(env, info, values);
  napi_create_reference(env, values[0], 1, &kept);
  for (int i = 0; i < rounds; i++) {
    napi_open_handle_scope(env, &scope);
    napi_get_reference_value(env, kept, &at);
    napi_get_named_property(env, at, "next", &found);
    napi_create_reference(env, found, 1, &next);
    napi_delete_reference(env, kept);
    kept = next;
    napi_close_handle_scope(env, scope);
  }
  napi_get_reference_value(env, kept, &at);
  napi_delete_reference(env, kept);
  return at;
}

static napi_value call(napi_env env, napi_callback_info info) {
  napi_value values[3], self, given, found;
  napi_handle_scope scope;
  double sum = 0, one;
  int rounds = arguments(env, info, values);
  napi_get_null(env, &self);
  for (int i = 0; i < rounds; i++) {
    napi_open_handle_scope(env, &scope);
    napi_create_int32(env, i, &given);
    napi_call_function(env, self, values[0], 1, &given, &found);
    napi_get_value_double(env, found, &one);
    sum += one;
    napi_close_handle_scope(env, scope);
  }
  return number(env, sum);
}

NAPI_MODULE_INIT() {
  static const struct { const char *name; napi_callback code; } EXPORTS[] = {
    {"get", get}, {"getByName", get_by_name}, {"follow", follow}, {"call", call},
  };
  for (size_t i = 0; i < sizeof EXPORTS / sizeof *EXPORTS; i++) {
    napi_value function;
    napi_create_function(env, EXPORTS[i].name, NAPI_AUTO_LENGTH, EXPORTS[i].code, NULL, &function);
    napi_set_named_property(env, exports, EXPORTS[i].name, function);
  }
  return exports;
}
