'use mixmod';
// error RTS2024: i32 is exported, but exists only while the module is built
// error RTS2024: rffi is exported, but exists only while the module is built
export { i32, rffi } from 'mixmod';
export type { u8 } from 'mixmod';
export * from 'mixmod'; // error RTS1051: this form of import or export is not part of RTypeScript
export function f(): void {}
