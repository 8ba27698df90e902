'use mixmod';
import { i32 } from 'mixmod';
interface Sized {
  size: number;
  grow(): void;
}
class Box implements Sized { // error RTS1144: size is i32 in Box, and number in Sized
  size: i32 = 1;
  grow(): void {
    this.size++;
  }
}
export function f(): number {
  const sized: Sized = new Box();
  sized.size = 0.5;
  return sized.size;
}
