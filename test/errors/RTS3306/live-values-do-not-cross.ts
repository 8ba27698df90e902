'use mixmod';
import { offthread, type JSValue } from 'mixmod';
// error RTS3306: an object of a class, a function or a live value crosses to given, which runs on another thread
export const given = offthread((value: JSValue): number => 1);
// error RTS3306: an object of a class, a function or a live value crosses to list, which runs on another thread
export const list = offthread((): JSValue[] => []);
