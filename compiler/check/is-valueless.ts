// Types that are no type of a field or item: nothing, or only null or undefined.
import type { RtsType } from '../program/types.ts';

export const isValueless = ({ kind }: RtsType): boolean =>
  kind === 'void' || kind === 'never' || kind === 'null' || kind === 'undefined';
