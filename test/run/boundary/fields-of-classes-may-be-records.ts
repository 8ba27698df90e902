'use mixmod';
interface Point { x: number; y: number }
export class Shape { at: Point = { x: 1, y: 2 }; static names: string[] = ['a']; }
// s = new Shape(), s.at → { x: 1, y: 2 }
// s.at = { x: 3, y: 4 }, s.at → { x: 3, y: 4 }
// s.at = { x: 3 } → TypeError: Shape.at: argument 1 (value).y must be a number, got undefined
// (Shape.names = ['b', 'c'], Shape.names) → [ 'b', 'c' ]
