/** A callback lives as long as it is needed: while one does there are no fast calls. */
export function within(callback, use) {
  const result = use(callback);
  callback.free();
  return result;
}
