'use mixmod';
import { lltype, rffi } from 'mixmod';
// error RTS2024: POINT is exported, but exists only while the module is built
export const POINT = lltype.Struct('Point', ['x', rffi.INT], ['y', rffi.INT]);
// error RTS2024: puts is exported, but exists only while the module is built
export const puts = rffi.llexternal('puts', [rffi.CCHARP], rffi.INT);
