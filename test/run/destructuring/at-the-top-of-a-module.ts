'use mixmod';
interface Point {
  x: number;
  y: number;
  name?: string;
}
let made = 0;
const point = (x: number, y: number): Point => {
  made++;
  return { x, y };
};
const { x, y: height, name = 'none' } = point(1, 2);
const [first, , third = 9, ...others] = [10, 20, 30, 40, 50];
const {
  inner: [a, { x: deep }],
} = { inner: [5, point(6, 7)] as [number, Point] };
let [left, right] = ['l', 'r'];
export const { x: exported } = point(8, 8);
const {} = point(0, 0);
const [one, two] = new Set(['s1', 's2']);

export function all(): string {
  const numbers = [x, height, first, third, others.length, a, deep, made].join();
  return `${numbers} ${name} ${left}${right} ${one}${two}`;
}
export function swap(): string {
  [left, right] = [right, left];
  return left + right;
}
export function caught(): string {
  try {
    throw new RangeError('far');
  } catch ({ message, name: kind }: any) {
    return `${kind}: ${message}`;
  }
}
// all() → '1,2,10,30,2,5,6,4 none lr s1s2'
// swap() → 'rl'
// exported → 8
// caught() → 'RangeError: far'
