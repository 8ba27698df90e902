// The module in C with Node-API, built by node-gyp and by cmake-js.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installed } from '../modules/peers.ts';
import { checkNative, type Peer } from './peer.ts';

const source = (greeting: string): string => `#include <node_api.h>
#include <stdio.h>
#include <stdlib.h>

static napi_value Add(napi_env env, napi_callback_info info) {
  napi_value args[2], result;
  size_t count = 2;
  int32_t a, b;
  napi_get_cb_info(env, info, &count, args, NULL, NULL);
  napi_get_value_int32(env, args[0], &a);
  napi_get_value_int32(env, args[1], &b);
  napi_create_int32(env, a + b, &result);
  return result;
}

static napi_value Sum(napi_env env, napi_callback_info info) {
  napi_value array, result;
  size_t count = 1, length;
  void *data;
  double total = 0;
  napi_get_cb_info(env, info, &count, &array, NULL, NULL);
  napi_get_typedarray_info(env, array, NULL, &length, &data, NULL, NULL);
  for (size_t i = 0; i < length; i++) total += ((double *)data)[i];
  napi_create_double(env, total, &result);
  return result;
}

static napi_value Greet(napi_env env, napi_callback_info info) {
  napi_value name, result;
  size_t count = 1, length;
  napi_get_cb_info(env, info, &count, &name, NULL, NULL);
  napi_get_value_string_utf8(env, name, NULL, 0, &length);
  char *text = malloc(length + 1), *greeting = malloc(length + 100);
  napi_get_value_string_utf8(env, name, text, length + 1, &length);
  int size = snprintf(greeting, length + 100, "${greeting}, %s!", text);
  napi_create_string_utf8(env, greeting, size, &result);
  free(text);
  free(greeting);
  return result;
}

NAPI_MODULE_INIT() {
  napi_property_descriptor all[] = {
    {"add", NULL, Add, NULL, NULL, NULL, napi_enumerable, NULL},
    {"sum", NULL, Sum, NULL, NULL, NULL, napi_enumerable, NULL},
    {"greet", NULL, Greet, NULL, NULL, NULL, napi_enumerable, NULL},
  };
  napi_define_properties(env, exports, 3, all);
  return exports;
}
`;

/** The program of an npm package, installed for the measurement. */
export function npmProgram(spec: string, file: string): string {
  const name = spec.slice(0, spec.lastIndexOf('@'));
  return join(dirname(installed([spec]).resolve(`${name}/package.json`)), file);
}

const NODE_GYP = ['node-gyp@12.0.0', 'bin/node-gyp.js'] as const;
const CMAKE_JS = ['cmake-js@8.0.0', 'bin/cmake-js'] as const;

/** Headers that came with Node, if they did; node-gyp loads them from the network else. */
const prefix = dirname(dirname(process.execPath));
const nodeHeaders = existsSync(join(prefix, 'include/node/node_api.h'))
  ? [`--nodedir=${prefix}`]
  : [];

export function nodeGyp(): Peer {
  const program = npmProgram(...NODE_GYP);
  return {
    name: 'node-gyp, C',
    missing: () => null,
    version: [process.execPath, program, '--version'],
    files: (greeting) => ({
      'package.json': '{ "name": "small", "version": "1.0.0" }',
      'binding.gyp': '{ "targets": [{ "target_name": "small", "sources": ["small.c"] }] }',
      'small.c': source(greeting),
    }),
    outputs: ['build'],
    // Configures only where that has not been done, as its users do.
    build: [
      'sh',
      '-c',
      `[ -d build ] || "$0" "$@" configure; "$0" "$@" build`,
      process.execPath,
      program,
      '--silent',
      ...nodeHeaders,
    ],
    check: checkNative('build/Release/small.node'),
  };
}

export function cmakeJs(): Peer {
  const program = npmProgram(...CMAKE_JS);
  return {
    name: 'cmake-js, C',
    missing: () => null,
    version: [process.execPath, program, '--version'],
    files: (greeting) => ({
      'package.json': '{ "name": "small", "version": "1.0.0", "binary": { "napi_versions": [8] } }',
      'CMakeLists.txt': `cmake_minimum_required(VERSION 3.15)
project(small C)
add_library(small SHARED small.c \${CMAKE_JS_SRC})
set_target_properties(small PROPERTIES PREFIX "" SUFFIX ".node")
target_include_directories(small PRIVATE \${CMAKE_JS_INC})
`,
      'small.c': source(greeting),
    }),
    outputs: ['build'],
    build: [process.execPath, program, 'build', '--silent'],
    check: checkNative('build/Release/small.node'),
  };
}
