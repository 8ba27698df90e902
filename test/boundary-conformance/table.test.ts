// docs/language/boundary-conformance.md has every topic of Node's own tests of Node-API, and every test of conformance.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '../harness/source-snapshot.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The folders of Node's `test/js-native-api`. */
const VALUES = words(`
  2_function_arguments 3_callbacks 4_object_factory 5_function_factory 6_object_wrap 7_factory_wrap 8_passing_wrapped test_array test_bigint
  test_cannot_run_js test_constructor test_conversions test_dataview test_date test_error test_exception test_external test_finalizer
  test_finalizer_exception test_finalizing_queue test_function test_general test_handle_scope test_instance_data test_new_target test_number
  test_object test_promise test_properties test_proxy_wrap test_reference test_reference_all_types test_reference_double_free
  test_sharedarraybuffer test_string test_subclass test_symbol test_typedarray test_typedarray_sharedarraybuffer test_vtable test_warning`);

/** Those of `test/node-api`. */
const ENVIRONMENTS = words(`
  1_hello_world test_async test_async_cleanup_hook test_async_context test_buffer test_callback_scope test_cannot_run_js test_cleanup_hook
  test_env_sharing test_env_teardown_gc test_exception test_fatal test_fatal_exception test_general test_init_order
  test_init_reference_all_types test_init_reference_obj_only test_instance_data test_make_callback test_make_callback_recurse
  test_module_version_mismatch test_null_init test_policy test_reference_all_types test_reference_by_node_api_version
  test_reference_obj_only test_sea_addon test_should_return_to_caller test_threadsafe_function test_threadsafe_function_abort
  test_threadsafe_function_shutdown test_threadsafe_function_teardown test_uv_loop test_uv_threadpool_size test_vtable
  test_worker_buffer_callback test_worker_terminate test_worker_terminate_finalization`);

const page = readFileSync(join(REPOSITORY, 'docs/language/boundary-conformance.md'), 'utf8');

interface Row {
  readonly topics: readonly string[];
  readonly what: string;
  readonly tests: readonly string[];
}

const quoted = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

/** Those with topics. */
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [, topics = '', what = '', tests = ''] = line.split('|');
    return { topics: quoted(topics), what: what.trim(), tests: quoted(tests) };
  });

test('every topic stands in one row', () => {
  const named = rows.flatMap(({ topics }) => topics);
  expect(named.toSorted()).toEqual([...new Set([...VALUES, ...ENVIRONMENTS])].toSorted());
});

describe('every row has its tests, or says why it does not apply', () => {
  test.each(rows)('$topics', ({ what, tests }) => {
    if (what.startsWith('does not apply: ')) return expect(tests).toEqual([]);
    expect(tests).not.toEqual([]);
    for (const path of tests) expect(existsSync(join(REPOSITORY, path)), path).toBe(true);
  });
});

test('every test of conformance is named', () => {
  const all = ['test/run/conformance', 'test/boundary-conformance'].flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder))
      .filter((file) => file.endsWith('.ts') && file !== 'table.test.ts')
      .map((file) => `${folder}/${file}`),
  );
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((path) => !page.includes(`\`${path}\``))).toEqual([]);
});
