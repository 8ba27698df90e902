// The names of what is built of a module: of all that it is made from, but for what C has.
import { digestOf, keyOf, type Digest } from '../cache/digest.ts';
import type { OpenProgram, ProgramFile } from '../check/check-part.ts';
import { INTERFACE_VERSION } from '../check/interface/interface-text.ts';
import { Interfaces } from '../check/interface/interfaces.ts';
import type { PartFacts } from '../llvm/parts/facts.ts';
import type { BuildOptions } from '../options.ts';

export class PartKeys {
  readonly #open: OpenProgram;
  readonly #options: BuildOptions;
  readonly #identity: string;
  readonly #interfaces: Interfaces;

  /** `identity`: of the compiler and its tools; '' where nothing outlives the process. */
  constructor(open: OpenProgram, options: BuildOptions, identity: string) {
    this.#open = open;
    this.#options = options;
    this.#identity = identity;
    this.#interfaces = new Interfaces(open);
  }

  /** `called`: what the entry has to know of the other modules. */
  of(file: ProgramFile, called = ''): Digest {
    const { display, entry, host } = this.#open;
    const interfaces = [...this.#interfaces.dependencies(file)]
      .map(([path, { hash }]) => `${display(path)} ${hash}`)
      .sort();
    // Debug information names the folder.
    const folder = this.#options.debug ? host.resolve('.') : null;
    return keyOf(
      this.#identity,
      JSON.stringify([INTERFACE_VERSION, this.#options, file === entry, folder]),
      display(file.fileName),
      textDigest(file),
      interfaces.join('\n'),
      called,
    );
  }

  /** Of the object that holds a program's parts together. */
  ofProgram(facts: readonly PartFacts[]): Digest {
    return keyOf(this.#identity, JSON.stringify(this.#options), ...facts.map(factsDigest));
  }
}

/** Of what has not changed it is known. */
function remembered<T extends object>(make: (from: T) => Digest): (from: T) => Digest {
  const known = new WeakMap<T, Digest>();
  return (from) => {
    let digest = known.get(from);
    if (digest === undefined) known.set(from, (digest = make(from)));
    return digest;
  };
}

const textDigest = remembered(({ text }: ProgramFile) => digestOf(text));
const factsDigest = remembered((facts: PartFacts) => digestOf(JSON.stringify(facts)));
