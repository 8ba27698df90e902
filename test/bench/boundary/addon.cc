// All functions of the rows, as they are written with node-addon-api.
#include <napi.h>

using Info = const Napi::CallbackInfo &;
using Napi::Array;
using Napi::Function;
using Napi::Number;
using Napi::Object;
using Napi::Value;

static double number(const Value &value) { return value.As<Number>().DoubleValue(); }
static int32_t integer(const Value &value) { return value.As<Number>().Int32Value(); }
static double field(const Object &object, const char *name) { return number(object.Get(name)); }

static Object of_point(Napi::Env env, double x, double y) {
  Object object = Object::New(env);
  object.Set("x", x);
  object.Set("y", y);
  return object;
}

// ---- scalars and typed arrays ----

static void noop(Info) {}
static Value add(Info info) { return Number::New(info.Env(), integer(info[0]) + integer(info[1])); }
static Value dadd(Info info) { return Number::New(info.Env(), number(info[0]) + number(info[1])); }
static Value mix(Info info) {
  return Number::New(info.Env(), integer(info[0]) + number(info[1]) + integer(info[2]) + number(info[3]));
}
static Value add10(Info info) {
  int32_t sum = 0;
  for (int i = 0; i < 10; i++) sum += integer(info[i]);
  return Number::New(info.Env(), sum);
}
static Value add64(Info info) {
  bool whole;
  int64_t a = info[0].As<Napi::BigInt>().Int64Value(&whole);
  return Napi::BigInt::New(info.Env(), a + info[1].As<Napi::BigInt>().Int64Value(&whole));
}
static Value first(Info info) {
  return Number::New(info.Env(), info[0].As<Napi::Uint8Array>()[integer(info[1])]);
}
static Value sum(Info info) {
  auto data = info[0].As<Napi::Uint8Array>();
  const uint8_t *bytes = data.Data();
  int32_t total = 0, count = integer(info[1]);
  for (int32_t i = 0; i < count; i++) total += bytes[i];
  return Number::New(info.Env(), total);
}

// ---- records, arrays and texts ----

static Value length(Info info) {
  Object p = info[0].As<Object>();
  double x = field(p, "x"), y = field(p, "y");
  return Number::New(info.Env(), x * x + y * y);
}
static Value added(Info info) {
  Object a = info[0].As<Object>(), b = info[1].As<Object>();
  return of_point(info.Env(), field(a, "x") + field(b, "x"), field(a, "y") + field(b, "y"));
}
static Value total(Info info) {
  Array all = info[0].As<Array>();
  double sum = 0;
  for (uint32_t i = 0, count = all.Length(); i < count; i++) sum += number(all.Get(i));
  return Number::New(info.Env(), sum);
}
static Value doubled(Info info) {
  Array all = info[0].As<Array>();
  uint32_t count = all.Length();
  Array result = Array::New(info.Env(), count);
  for (uint32_t i = 0; i < count; i++) result.Set(i, 2 * number(all.Get(i)));
  return result;
}
static Value centre(Info info) {
  Array all = info[0].As<Array>();
  double x = 0, y = 0;
  uint32_t count = all.Length();
  for (uint32_t i = 0; i < count; i++) {
    Object item = all.Get(i).As<Object>();
    x += field(item, "x");
    y += field(item, "y");
  }
  return of_point(info.Env(), x / count, y / count);
}
static Value moved(Info info) {
  Array all = info[0].As<Array>();
  uint32_t count = all.Length();
  Array result = Array::New(info.Env(), count);
  for (uint32_t i = 0; i < count; i++) {
    Napi::HandleScope scope(info.Env());
    Object item = all.Get(i).As<Object>();
    result.Set(i, of_point(info.Env(), field(item, "x") + 1, field(item, "y") + 1));
  }
  return result;
}
static size_t text_length(const Value &value) { return value.As<Napi::String>().Utf8Value().length(); }
static Value person(Info info) {
  Object p = info[0].As<Object>();
  Array scores = p.Get("scores").As<Array>();
  uint32_t count = scores.Length();
  for (uint32_t i = 0; i < count; i++) number(scores.Get(i));
  return Number::New(info.Env(), field(p, "age") + text_length(p.Get("name")) + text_length(p.Get("email")) + count);
}
static Value texts(Info info) {
  Array all = info[0].As<Array>();
  double sum = 0;
  for (uint32_t i = 0, count = all.Length(); i < count; i++) {
    Napi::HandleScope scope(info.Env());
    sum += text_length(all.Get(i));
  }
  return Number::New(info.Env(), sum);
}

// ---- objects, callbacks, exceptions, promises ----

class Counter : public Napi::ObjectWrap<Counter> {
 public:
  explicit Counter(Info info) : Napi::ObjectWrap<Counter>(info), count_(integer(info[0])) {}
  static Function define(Napi::Env env) {
    return DefineClass(env, "Counter", {InstanceMethod<&Counter::add>("add"), InstanceAccessor<&Counter::count>("count")});
  }

 private:
  Napi::Value add(Info info) { return Number::New(info.Env(), count_ += integer(info[0])); }
  Napi::Value count(Info info) { return Number::New(info.Env(), count_); }
  int32_t count_;
};

static Value apply(Info info) { return info[0].As<Function>().Call({info[1]}); }
static Value each(Info info) {
  Function f = info[1].As<Function>();
  double sum = 0;
  for (int32_t i = 0, n = integer(info[0]); i < n; i++) {
    Napi::HandleScope scope(info.Env());
    sum += number(f.Call({Number::New(info.Env(), i)}));
  }
  return Number::New(info.Env(), sum);
}
static Value greet(Info info) {
  return Napi::String::New(info.Env(), "Hello " + info[0].As<Napi::String>().Utf8Value());
}
static Value fails(Info info) {
  throw Napi::RangeError::New(info.Env(), info[0].As<Napi::String>().Utf8Value());
}

class Later : public Napi::AsyncWorker {
 public:
  Later(Napi::Env env, double x) : Napi::AsyncWorker(env), deferred(Napi::Promise::Deferred::New(env)), x_(x) {}
  void Execute() override { result_ = 2 * x_; }
  void OnOK() override { deferred.Resolve(Number::New(Env(), result_)); }
  Napi::Promise::Deferred deferred;

 private:
  double x_, result_ = 0;
};
static Value later(Info info) {
  Later *worker = new Later(info.Env(), number(info[0]));
  worker->Queue();
  return worker->deferred.Promise();
}

static Object init(Napi::Env env, Object exports) {
  exports.Set("noop", Function::New<noop>(env));
  exports.Set("add", Function::New<add>(env));
  exports.Set("dadd", Function::New<dadd>(env));
  exports.Set("mix", Function::New<mix>(env));
  exports.Set("add10", Function::New<add10>(env));
  exports.Set("add64", Function::New<add64>(env));
  exports.Set("first", Function::New<first>(env));
  exports.Set("sum", Function::New<sum>(env));
  exports.Set("length", Function::New<length>(env));
  exports.Set("added", Function::New<added>(env));
  exports.Set("total", Function::New<total>(env));
  exports.Set("doubled", Function::New<doubled>(env));
  exports.Set("centre", Function::New<centre>(env));
  exports.Set("moved", Function::New<moved>(env));
  exports.Set("person", Function::New<person>(env));
  exports.Set("texts", Function::New<texts>(env));
  exports.Set("Counter", Counter::define(env));
  exports.Set("apply", Function::New<apply>(env));
  exports.Set("each", Function::New<each>(env));
  exports.Set("greet", Function::New<greet>(env));
  exports.Set("fails", Function::New<fails>(env));
  exports.Set("later", Function::New<later>(env));
  return exports;
}

NODE_API_MODULE(addon, init)
