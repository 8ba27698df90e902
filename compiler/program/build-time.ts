// Values that the build has evaluated, as the untranslated execution makes them once more: their source.

/** How JavaScript makes a build-time value once more. Sources may refer to each other in a circle. */
export interface BuildTimeSource {
  /** JavaScript statements that return the value. `$.name` stands for the value of a name from outside. */
  readonly text: string;
  readonly names: ReadonlyMap<string, BuildTimeName>;
  /** Of its file: statements on build-time data (`NODE_REF.become(NODE)`), to be run once before the value is used. */
  readonly statements: readonly BuildTimeSource[];
}

export type BuildTimeName =
  | { readonly kind: 'source'; readonly source: BuildTimeSource }
  /** Of the package `mixmod`: the path of names in it, empty for all of it. */
  | { readonly kind: 'runtime'; readonly path: readonly string[] }
  | { readonly kind: 'module'; readonly names: ReadonlyMap<string, BuildTimeName> }
  /** A name of JavaScript. */
  | { readonly kind: 'global' }
  /** It has a value only when the program runs. */
  | { readonly kind: 'unknown' };
