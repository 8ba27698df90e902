'use mixmod';
// How strong the constraints of DeltaBlue are: names, and what they stand for in a dictionary.
import { IdentityDictionary, type Hashable } from './som.ts';

/** The name of a strength. */
export class Sym implements Hashable {
  private readonly code: number;

  constructor(code: number) {
    this.code = code;
  }

  hash(): number {
    return this.code;
  }
}

export class Strength {
  /** The less, the stronger. */
  readonly rank: number;

  constructor(rank: number) {
    this.rank = rank;
  }

  static of(name: Sym): Strength {
    const strength = STRENGTHS.at(name);
    if (strength === null) throw new Error('there is no such strength');
    return strength;
  }

  isSame(other: Strength): boolean {
    return this.rank === other.rank;
  }

  isStronger(other: Strength): boolean {
    return this.rank < other.rank;
  }

  isWeaker(other: Strength): boolean {
    return this.rank > other.rank;
  }

  weakest(other: Strength): Strength {
    return other.isWeaker(this) ? other : this;
  }
}

const ABSOLUTE_STRONGEST = new Sym(0);
export const REQUIRED = new Sym(1);
const STRONG_PREFERRED = new Sym(2);
export const PREFERRED = new Sym(3);
export const STRONG_DEFAULT = new Sym(4);
export const DEFAULT = new Sym(5);
const WEAK_DEFAULT = new Sym(6);
const ABSOLUTE_WEAKEST = new Sym(7);

function makeStrengths(): IdentityDictionary<Sym, Strength> {
  const strengths = new IdentityDictionary<Sym, Strength>();
  strengths.atPut(ABSOLUTE_STRONGEST, new Strength(-10_000));
  strengths.atPut(REQUIRED, new Strength(-800));
  strengths.atPut(STRONG_PREFERRED, new Strength(-600));
  strengths.atPut(PREFERRED, new Strength(-400));
  strengths.atPut(STRONG_DEFAULT, new Strength(-200));
  strengths.atPut(DEFAULT, new Strength(0));
  strengths.atPut(WEAK_DEFAULT, new Strength(500));
  strengths.atPut(ABSOLUTE_WEAKEST, new Strength(10_000));
  return strengths;
}

const STRENGTHS = makeStrengths();
export const WEAKEST = Strength.of(ABSOLUTE_WEAKEST);
export const REQUIRED_STRENGTH = Strength.of(REQUIRED);
