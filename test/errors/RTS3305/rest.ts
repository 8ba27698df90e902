'use mixmod';
import { offthread } from 'mixmod';
// error RTS3305: the parameter all of sum takes the rest of the arguments
export const sum = offthread((...all: number[]): number => all.length);
