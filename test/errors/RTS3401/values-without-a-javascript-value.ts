'use mixmod';
import { lltype, rffi, space, type JSValue } from 'mixmod';
class Own { x = 1; }
// error RTS3401: space.set is given, or gives, a value of type Own
export function give(value: JSValue): void { space.set(value, 'own', new Own()); }
// error RTS2012: the result of the exported function list is of type Own[], which holds Own
// error RTS3401: space.unwrap is given, or gives, a value of type Own[], which holds Own
export function list(value: JSValue): Own[] { return space.unwrap<Own[]>(value); }
// error RTS3401: space.wrap is given, or gives, a value of type Ptr<INT[]>
export function pointer(p: number): JSValue { return space.wrap(lltype.nullptr(rffi.CArray(rffi.INT))); }
// error RTS3401: space.call is given, or gives, a value of type Own
export function again(value: JSValue): void { space.call(value, null, new Own()); }
