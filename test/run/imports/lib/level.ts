'use mixmod';
export enum Level { Low = 1, High = 7 }
export const enum Mode { Off, On = 3 }
