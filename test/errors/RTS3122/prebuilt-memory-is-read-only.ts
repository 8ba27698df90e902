'use mixmod';
import { i32, lltype, rffi } from 'mixmod';
const POINT = lltype.Struct('Point', ['x', rffi.INT]);
const NUMBERS = lltype.prebuilt(rffi.CArray(rffi.INT), 2, (numbers) => {
  numbers[0] = 1;
});
const POINTS = lltype.prebuilt(lltype.FixedSizeArray(POINT, 2), (points) => {
  points[1].x = 5;
});
export function f(): i32 {
  NUMBERS[0] = 2; // error RTS3122: NUMBERS[0] is prebuilt memory and cannot be assigned
  NUMBERS[1]++; // error RTS3122: NUMBERS[1] is prebuilt memory and cannot be assigned
  POINTS[1].x = 3; // error RTS3122: POINTS[1].x is prebuilt memory and cannot be assigned
  return NUMBERS[0] + POINTS[1].x;
}
