'use mixmod';
export const one = (): number => 1;
