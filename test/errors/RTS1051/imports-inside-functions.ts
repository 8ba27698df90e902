'use mixmod';
export function f(): void {
  // error RTS1051: this form of import or export is not part of RTypeScript
  import { one } from './lib/one.ts';
  export { f }; // error RTS1051: this form of import or export is not part of RTypeScript
}
