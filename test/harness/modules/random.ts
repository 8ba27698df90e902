// `random`, beside generators that people use where they need a seed, and beside Math.random, which has none.
import { builtin, installed, type Task } from './peers.ts';

interface Generator {
  random(): number;
  randint(a: number, b: number): number;
  gauss(mu: number, sigma: number): number;
  shuffle(x: unknown[]): void;
}

const COUNT = 10_000;

/** A loop of its own for each, so that what V8 learns of one contestant is not spoilt by another. */
const sum = (one: () => number): (() => number) =>
  (new Function('one', 'count', LOOP) as Loop)(one, COUNT);

type Loop = (one: () => number, count: number) => () => number;
const LOOP =
  'return () => { let total = 0; for (let i = 0; i < count; i++) total += one(); return total; };';

export async function randomTasks(): Promise<readonly Task[]> {
  const { Random } = (await builtin('random')) as { Random: new (seed: number) => Generator };
  const require = installed(['seedrandom@3.0.5', 'random-js@2.1.0']);
  const seedrandom = require('seedrandom') as (seed: string) => () => number;
  const js = require('random-js') as {
    MersenneTwister19937: { seed(seed: number): object };
    integer(a: number, b: number): (engine: object) => number;
    real(a: number, b: number): (engine: object) => number;
    shuffle(engine: object, array: unknown[]): unknown[];
  };
  const [own, engine, arc4] = [new Random(1), js.MersenneTwister19937.seed(1), seedrandom('1')];
  const [real, die] = [js.real(0, 1), js.integer(1, 6)];
  const cards = Array.from({ length: 52 }, (_, i) => i);
  return [
    {
      what: 'random()',
      times: COUNT,
      isRandom: true,
      contestants: {
        mixmod: sum(() => own.random()),
        'random-js': sum(() => real(engine)),
        seedrandom: sum(arc4),
        'Math.random (no seed)': sum(() => Math.random()),
      },
    },
    {
      what: 'randint(1, 6)',
      times: COUNT,
      isRandom: true,
      contestants: {
        mixmod: sum(() => own.randint(1, 6)),
        'random-js': sum(() => die(engine)),
        seedrandom: sum(() => 1 + Math.floor(arc4() * 6)),
        'Math.random (no seed)': sum(() => 1 + Math.floor(Math.random() * 6)),
      },
    },
    {
      what: 'gauss(0, 1)',
      times: COUNT,
      isRandom: true,
      contestants: { mixmod: sum(() => own.gauss(0, 1)) },
    },
    {
      what: 'shuffle 52 cards',
      times: 1,
      isRandom: true,
      contestants: {
        mixmod: () => own.shuffle(cards),
        'random-js': () => js.shuffle(engine, cards),
      },
    },
  ];
}
