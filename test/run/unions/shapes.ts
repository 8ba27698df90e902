'use mixmod';
// Records told apart by a tag: switch, if, early return, exhaustive without a last return.
type Shape =
  | { kind: 'circle'; radius: number }
  | { kind: 'square'; side: number }
  | { kind: 'rect'; width: number; height: number };

function area(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      return 3 * shape.radius ** 2;
    case 'square':
      return shape.side ** 2;
    case 'rect':
      return shape.width * shape.height;
  }
}

function name(shape: Shape): string {
  if (shape.kind === 'circle') return `circle ${shape.radius}`;
  if (shape.kind !== 'square') return `${shape.kind} ${shape.width}x${shape.height}`;
  return `square ${shape.side}`;
}

function flat(shape: Shape): boolean {
  switch (shape.kind) {
    case 'circle':
    case 'square':
      return false;
    default:
      return shape.width > shape.height;
  }
}

function make(n: number): Shape {
  if (n % 3 === 0) return { kind: 'circle', radius: n };
  return n % 3 === 1 ? { kind: 'square', side: n } : { kind: 'rect', width: n, height: 2 };
}

export function run(): string {
  const shapes: Shape[] = [];
  for (let i = 0; i < 7; i++) shapes.push(make(i));
  let text = '';
  let total = 0;
  for (const shape of shapes) {
    text += `${name(shape)} ${shape.kind} ${flat(shape)};`;
    total += area(shape);
  }
  let last: Shape | null = null;
  for (const shape of shapes) if (shape.kind === 'rect') last = shape;
  return text + total + (last === null ? '' : last.kind);
}
// run() → 'circle 0 circle false;square 1 square false;rect 2x2 rect false;circle 3 circle false;square 4 square false;rect 5x2 rect true;circle 6 circle false;166rect'
