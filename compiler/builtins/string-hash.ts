// The hash that a string carries, for those that are constants; the runtime core computes the same (`runtime/core/strings/compare.ts`).

export function stringHash(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++)
    hash = (Math.imul(hash, 0x9e3779b1) + text.charCodeAt(i)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash = (hash ^ (hash >>> 16)) >>> 0;
  return hash === 0 ? 1 : hash;
}
