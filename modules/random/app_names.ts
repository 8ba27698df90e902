// The names of the module: the classes, and the methods of one generator that all of the environment shares.
import { Random } from './app_random.ts';

export type { RandomState, Seed } from './app_generator.ts';
export { Random } from './app_random.ts';
export { SystemRandom } from './app_system.ts';

const shared = new Random();
type Method = { readonly [K in keyof Random]: Random[K] };
const bound = <K extends keyof Method>(name: K): Random[K] =>
  (shared[name] as unknown as (...args: unknown[]) => unknown).bind(shared) as unknown as Random[K];

export const seed = bound('seed');
export const getstate = bound('getstate');
export const setstate = bound('setstate');
export const random = bound('random');
export const getrandbits = bound('getrandbits');
export const randbytes = bound('randbytes');
export const randrange = bound('randrange');
export const randint = bound('randint');
export const choice = bound('choice');
export const choices = bound('choices');
export const shuffle = bound('shuffle');
export const sample = bound('sample');
export const uniform = bound('uniform');
export const triangular = bound('triangular');
export const betavariate = bound('betavariate');
export const expovariate = bound('expovariate');
export const gammavariate = bound('gammavariate');
export const gauss = bound('gauss');
export const lognormvariate = bound('lognormvariate');
export const normalvariate = bound('normalvariate');
export const vonmisesvariate = bound('vonmisesvariate');
export const paretovariate = bound('paretovariate');
export const weibullvariate = bound('weibullvariate');
