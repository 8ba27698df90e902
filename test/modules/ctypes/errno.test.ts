// errno (test_errno).
import { expect, test } from 'vitest';
import * as c from '../../../modules/ctypes/index.ts';
import { lib, PATH } from './c-functions.ts';

const { CDLL } = c;

test('errno, with and without use_errno', () => {
  const own = new CDLL(PATH, { use_errno: true });
  c.set_errno(7);
  expect(own.getattr('fail')(5)).toBe(-1);
  expect([c.set_errno(9), c.get_errno()]).toEqual([5, 9]);
  lib.getattr('fail')(3);
  expect(c.get_errno()).toBe(9);
});
