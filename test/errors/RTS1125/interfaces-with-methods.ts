'use mixmod';
interface Sized {
  size(): number;
}
class Box implements Sized {
  size(): number {
    return 1;
  }
}
function double(sized: Sized): number { // error RTS1125: the interface Sized is the type of a value
  return sized.size() * 2;
}
export function f(): number {
  return double(new Box());
}
