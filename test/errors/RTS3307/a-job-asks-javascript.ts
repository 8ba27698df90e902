'use mixmod';
import { offthread, space } from 'mixmod';
function now(): number {
  // error RTS3307: space.callMethod asks JavaScript, and clock runs on another thread (clock → now)
  // error RTS3307: space.global asks JavaScript, and clock runs on another thread (clock → now)
  return space.callMethod<number>(space.global('Date'), 'now');
}
// error RTS3307: space.number asks JavaScript, and length runs on another thread
// error RTS3307: space.wrap asks JavaScript, and length runs on another thread
export const length = offthread((): number => space.number(space.wrap(1)));
export const clock = offthread((): number => now());
export const walk = offthread((): number => {
  let sum = 0;
  // error RTS3307: space.newArray asks JavaScript, and walk runs on another thread
  for (const item of space.iterate<number>(space.newArray())) sum += item;
  return sum;
});
