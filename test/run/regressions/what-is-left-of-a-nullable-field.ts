// A field of `number | null | undefined` of which the flow excludes one of the two.
'use mixmod';
interface Box {
  value?: number | null;
}
const change = (box: Box): boolean => {
  box.value = undefined;
  return true;
};
function left(value: number | null): string {
  return value === null ? 'null' : `${value}`;
}
export function kept(kind: number): string {
  const box: Box = kind === 0 ? {} : kind === 1 ? { value: null } : { value: 5 };
  if (box.value === undefined) return 'undefined';
  return left(box.value);
}
export function changed(): string {
  const box: Box = { value: 5 };
  if (box.value === undefined) return 'undefined';
  change(box);
  try {
    return left(box.value);
  } catch (error) {
    return (error as Error).name;
  }
}
// kept(0) → 'undefined'
// kept(1) → 'null'
// kept(2) → '5'
// changed() → 'TypeError'
