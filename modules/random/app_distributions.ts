// Real-valued distributions, each by the method that CPython uses, with the platform's libm: the results are the same to
// the last bit.
import { numberArgument } from './app_arguments.ts';
import { UniformIntegers } from './app_below.ts';
import { acos, cos, exp, log, pow, sin } from './interp_libm.ts';

const TWO_PI = 2 * Math.PI;
/** Kinderman and Monahan's constant, and Cheng's two. */
const RATIO = (4 * exp(-0.5)) / Math.sqrt(2);
const LOG_4 = log(4);
const CHENG = 1 + log(4.5);

export class Distributions extends UniformIntegers {
  /** A number between `a` and `b`. */
  uniform(a: number, b: number): number {
    const from = numberArgument(a, 'uniform', 'a');
    return from + (numberArgument(b, 'uniform', 'b') - from) * this.random();
  }

  /** Between `low` and `high`, most likely near `mode`, which is the middle if it is not given. */
  triangular(low = 0, high = 1, mode?: number | null): number {
    const from = numberArgument(low, 'triangular', 'low');
    const to = numberArgument(high, 'triangular', 'high');
    const peak = mode ?? null;
    const u = this.random();
    if (peak !== null && to === from) return from;
    const c =
      peak === null ? 0.5 : (numberArgument(peak, 'triangular', 'mode') - from) / (to - from);
    return u > c
      ? to + (from - to) * Math.sqrt((1 - u) * (1 - c))
      : from + (to - from) * Math.sqrt(u * c);
  }

  /** The normal distribution, by the ratio of uniform deviates. */
  normalvariate(mu = 0, sigma = 1): number {
    const mean = numberArgument(mu, 'normalvariate', 'mu');
    const deviation = numberArgument(sigma, 'normalvariate', 'sigma');
    for (;;) {
      const u1 = this.random();
      const u2 = 1 - this.random();
      const z = (RATIO * (u1 - 0.5)) / u2;
      if ((z * z) / 4 <= -log(u2)) return mean + z * deviation;
    }
  }

  /** The normal distribution, two values at a time (Box and Muller). */
  gauss(mu = 0, sigma = 1): number {
    const mean = numberArgument(mu, 'gauss', 'mu');
    const deviation = numberArgument(sigma, 'gauss', 'sigma');
    const kept = this.gaussNext;
    this.gaussNext = null;
    if (kept !== null) return mean + kept * deviation;
    const angle = this.random() * TWO_PI;
    const radius = Math.sqrt(-2 * log(1 - this.random()));
    this.gaussNext = sin(angle) * radius;
    return mean + cos(angle) * radius * deviation;
  }

  /** What has a normal logarithm. */
  lognormvariate(mu = 0, sigma = 1): number {
    numberArgument(mu, 'lognormvariate', 'mu');
    numberArgument(sigma, 'lognormvariate', 'sigma');
    return inRange(exp(this.normalvariate(mu, sigma)), 'lognormvariate');
  }

  /** `lambd` is 1 divided by the mean. */
  expovariate(lambd = 1): number {
    const rate = notZero(lambd, 'expovariate', 'lambd');
    return -log(1 - this.random()) / rate;
  }

  /** Angles around `mu`, in radians; `kappa` is how close. */
  vonmisesvariate(mu: number, kappa: number): number {
    const mean = numberArgument(mu, 'vonmisesvariate', 'mu');
    if (numberArgument(kappa, 'vonmisesvariate', 'kappa') <= 1e-6) return TWO_PI * this.random();
    const s = 0.5 / kappa;
    const r = s + Math.sqrt(1 + s * s);
    const z = this.#bestAndFisher(r);
    const q = 1 / r;
    const f = (q + z) / (1 + q * z);
    const angle = this.random() > 0.5 ? mean + acos(f) : mean - acos(f);
    const rest = angle % TWO_PI;
    return rest < 0 ? rest + TWO_PI : rest;
  }

  #bestAndFisher(r: number): number {
    for (;;) {
      const z = cos(Math.PI * this.random());
      const d = z / (r + z);
      const u = this.random();
      if (u < 1 - d * d || u <= (1 - d) * exp(d)) return z;
    }
  }

  /** The mean is `alpha * beta`, the variance `alpha * beta ** 2`; both are greater than 0. */
  gammavariate(alpha: number, beta: number): number {
    const shape = positive(alpha, 'gammavariate', 'alpha');
    const scale = positive(beta, 'gammavariate', 'beta');
    if (shape === 1) return -log(1 - this.random()) * scale;
    return (shape > 1 ? this.#cheng(shape) : this.#ahrensAndDieter(shape)) * scale;
  }

  #cheng(alpha: number): number {
    const a = Math.sqrt(2 * alpha - 1);
    for (;;) {
      const u1 = this.random();
      if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
      const u2 = 1 - this.random();
      const v = log(u1 / (1 - u1)) / a;
      const x = alpha * exp(v);
      const z = u1 * u1 * u2;
      const r = alpha - LOG_4 + (alpha + a) * v - x;
      if (r + CHENG - 4.5 * z >= 0 || r >= log(z)) return x;
    }
  }

  #ahrensAndDieter(alpha: number): number {
    const b = (Math.E + alpha) / Math.E;
    for (;;) {
      const p = b * this.random();
      const x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha);
      const u = this.random();
      if (p > 1 ? u <= pow(x, alpha - 1) : u <= exp(-x)) return x;
    }
  }

  /** Between 0 and 1; both parameters are greater than 0. */
  betavariate(alpha: number, beta: number): number {
    positive(alpha, 'betavariate', 'alpha');
    positive(beta, 'betavariate', 'beta');
    const y = this.gammavariate(alpha, 1);
    return y === 0 ? 0 : y / (y + this.gammavariate(beta, 1));
  }

  /** Pareto's; `alpha` is the shape. */
  paretovariate(alpha: number): number {
    const shape = notZero(alpha, 'paretovariate', 'alpha');
    return inRange(pow(1 - this.random(), -1 / shape), 'paretovariate');
  }

  /** Weibull's; `alpha` is the scale, `beta` the shape. */
  weibullvariate(alpha: number, beta: number): number {
    const scale = numberArgument(alpha, 'weibullvariate', 'alpha');
    const shape = notZero(beta, 'weibullvariate', 'beta');
    return inRange(scale * pow(-log(1 - this.random()), 1 / shape), 'weibullvariate');
  }
}

function positive(value: unknown, method: string, argument: string): number {
  const number = numberArgument(value, method, argument);
  if (number > 0) return number;
  throw new RangeError(`${method}: ${argument} must be greater than 0, not ${number}`);
}

function notZero(value: unknown, method: string, argument: string): number {
  const number = numberArgument(value, method, argument);
  if (number !== 0) return number;
  throw new RangeError(`${method}: ${argument} must not be 0`);
}

/** Where CPython has an OverflowError. */
function inRange(value: number, method: string): number {
  if (Number.isFinite(value) || Number.isNaN(value)) return value;
  throw new RangeError(`${method}: the result is too large for a number`);
}
