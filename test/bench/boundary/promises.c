// The function of promises.ts as it is written by hand for Node-API.
#include <node_api.h>
#include <stdlib.h>

typedef struct {
  napi_async_work work;
  napi_deferred deferred;
  double x, result;
} job;

static void execute(napi_env env, void *data) {
  job *own = data;
  own->result = 2 * own->x;
}

static void complete(napi_env env, napi_status status, void *data) {
  job *own = data;
  napi_value result;
  napi_create_double(env, own->result, &result);
  napi_resolve_deferred(env, own->deferred, result);
  napi_delete_async_work(env, own->work);
  free(own);
}

static napi_value later(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value argument, promise, name;
  job *own = malloc(sizeof *own);
  napi_get_cb_info(env, info, &count, &argument, NULL, NULL);
  if (napi_get_value_double(env, argument, &own->x) != napi_ok)
    napi_throw_type_error(env, NULL, "a number was expected");
  napi_create_promise(env, &own->deferred, &promise);
  napi_create_string_utf8(env, "later", NAPI_AUTO_LENGTH, &name);
  napi_create_async_work(env, NULL, name, execute, complete, own, &own->work);
  napi_queue_async_work(env, own->work);
  return promise;
}

NAPI_MODULE_INIT() {
  napi_value function;
  napi_create_function(env, "later", NAPI_AUTO_LENGTH, later, NULL, &function);
  napi_set_named_property(env, exports, "later", function);
  return exports;
}
