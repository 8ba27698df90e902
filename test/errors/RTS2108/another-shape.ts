'use mixmod';
interface Point { x: number; y: number }
interface Place { x: number; y: number; name: string }
function length(point: Point): number { return Math.hypot(point.x, point.y); }
export function f(): number {
  const place: Place = { x: 1, y: 2, name: 'home' };
  // error RTS2108: { name: string; x: number; y: number } is not of the shape { x: number; y: number }
  return length(place);
}
