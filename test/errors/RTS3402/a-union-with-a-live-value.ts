'use mixmod';
import { space, type JSValue } from 'mixmod';
// error RTS3402: string | JSValue has a live value among its members
export function either(value: JSValue | string): string { return typeof value === 'string' ? value : ''; }
export function nullable(value: JSValue | null): boolean { return value === null; }
