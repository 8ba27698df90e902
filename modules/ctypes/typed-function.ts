// What `CFUNCTYPE` gives, as `tsc` sees it: calls and callbacks are checked by the types it was given.
import type { CData, CType, InOf, OutOf, SymbolSource } from './cdata.ts';
import type { CFunction, FunctionObject, ParamFlag } from './function.ts';
import type { Reference } from './pointer.ts';

type Types = readonly CType[];
type Taken<T> = InOf<T> | CData | Reference | { readonly _as_parameter_: unknown };
type ArgumentsOf<A extends Types> = { readonly [K in keyof A]: Taken<A[K]> };
type ReceivedOf<A extends Types> = { readonly [K in keyof A]: OutOf<A[K]> };
type ResultOf<R> = R extends null ? undefined : OutOf<R>;
/** What a callback gives. */
type GivenOf<R> = R extends null ? unknown : InOf<R> | CData;

export interface TypedFunction<A extends Types, R extends CType | null> extends FunctionObject {
  (...args: ArgumentsOf<A>): ResultOf<R>;
}

type Symbol_ = readonly [name: string, library: SymbolSource];

export interface TypedFunctionType<A extends Types, R extends CType | null> extends CType<
  TypedFunction<A, R>,
  TypedFunction<A, R>,
  FunctionObject | null
> {
  /** Of an address, a symbol, a JavaScript function that C calls; NULL without any. */
  (
    source?: number | Symbol_ | ((...args: ReceivedOf<A>) => GivenOf<R>) | null,
  ): TypedFunction<A, R>;
  /** With names, defaults and results through pointers: it takes other arguments. */
  (source: number | Symbol_, flags: readonly ParamFlag[]): CFunction;
  new (
    source?: number | Symbol_ | ((...args: ReceivedOf<A>) => GivenOf<R>) | null,
  ): TypedFunction<A, R>;
  readonly _argtypes_: A;
  readonly _restype_: R;
}
