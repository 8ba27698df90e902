// The Node-API module around the programs: an object for each, named after its file, with the functions that the
// RTypeScript file exports and the benchmark measures.
#include "programs.h"
#include <node_api.h>

namespace {

napi_value to_value(napi_env env, bool result) {
  napi_value value;
  napi_get_boolean(env, result, &value);
  return value;
}

napi_value to_value(napi_env env, double result) {
  napi_value value;
  napi_create_double(env, result, &value);
  return value;
}

template <auto program>
napi_value call(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument;
  int number = 0;
  napi_get_cb_info(env, info, &count, &argument, nullptr, nullptr);
  napi_get_value_int32(env, argument, &number);
  return to_value(env, program(number));
}

struct Program {
  const char *name;
  napi_callback run;
};

constexpr Program programs[] = {
    {"binary-trees", call<binary_trees>},
    {"bounce", call<bounce>},
    {"list", call<list>},
    {"mandelbrot", call<mandelbrot>},
    {"nbody", call<nbody>},
    {"permute", call<permute>},
    {"queens", call<queens>},
    {"richards", call<richards>},
    {"sieve", call<sieve>},
    {"storage", call<storage>},
    {"towers", call<towers>},
};

} // namespace

NAPI_MODULE_INIT() {
  for (const Program &program : programs) {
    napi_value module, run;
    napi_create_object(env, &module);
    napi_create_function(env, "run", NAPI_AUTO_LENGTH, program.run, nullptr, &run);
    napi_set_named_property(env, module, "run", run);
    napi_set_named_property(env, exports, program.name, module);
  }
  return exports;
}
