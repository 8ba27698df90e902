// The flow graph in SSA form: blocks hold ops, links carry the values of the next block's inputs (RPython's
// flowspace/model.py). Made by `flow` (high ops), replaced by `lower` (low ops) and `optimize`, read by `llvm`.
// Data only; a finished graph is never changed, a pass returns a new one (or the same if nothing changed).
// Text form: `print.ts`; its inverse: `parse.ts`; invariants: `verify.ts`; execution: `interpret.ts`.
import type { Span } from '../source/source-file.ts';
import type { ConstantValue, ErrorName } from '../program/nodes.ts';
import type { RtsType } from '../program/types.ts';
import type { OpAttributes, OpName } from './ops.ts';

/** An SSA value, defined once: a block's input or an op's result. Identity is the object; numbers are the printer's. */
export interface Variable {
  readonly kind: 'variable';
  readonly type: RtsType;
  /** The source's name for it, '' for temporaries. For debuggers and readers only. */
  readonly name: string;
}

export interface Constant {
  readonly kind: 'constant';
  readonly type: RtsType;
  /** Canonical for its type: integers wrapped to their width (bigint for 64-bit ones), f32 rounded. null for a NULL pointer or address. */
  readonly value: ConstantValue;
}

export type Value = Variable | Constant;

export interface Op {
  readonly name: OpName;
  readonly args: readonly Value[];
  /** None, one, or (calls in low graphs) several. */
  readonly results: readonly Variable[];
  readonly attributes: OpAttributes;
  readonly span: Span | null;
}

export interface Link {
  readonly target: Block;
  /** One for each input of `target`. */
  readonly args: readonly Value[];
}

/**
 * The way out of a block. A raising op propagates out of the function unless it is the last op of a block whose exit is
 * `try`: then control goes to `exception` when it raises (results undefined there) and to `normal` otherwise.
 */
export type Exit =
  | { readonly kind: 'goto'; readonly link: Link }
  | {
      readonly kind: 'branch';
      readonly condition: Value;
      readonly whenTrue: Link;
      readonly whenFalse: Link;
    }
  /** Integer or boolean value against distinct constants. */
  | {
      readonly kind: 'switch';
      readonly value: Value;
      readonly cases: readonly SwitchLink[];
      readonly otherwise: Link;
    }
  /** No value for void; several in low graphs. */
  | { readonly kind: 'return'; readonly values: readonly Value[] }
  | { readonly kind: 'try'; readonly normal: Link; readonly exception: Link }
  /** Makes an error pending and goes to `exception`, out of the function if that is null. */
  | {
      readonly kind: 'raise';
      readonly error: RaisedError;
      readonly args: readonly Value[];
      readonly exception: Link | null;
      readonly span: Span;
    }
  /** The same with an error that is an object. */
  | {
      readonly kind: 'throw';
      readonly object: Value;
      readonly exception: Link | null;
      readonly span: Span;
    }
  /** End of a cleanup: goes on with the exception that came in through an `exception` link, out of the function. */
  | { readonly kind: 'reraise' }
  | { readonly kind: 'unreachable' };

export interface SwitchLink {
  readonly value: Constant;
  readonly link: Link;
}

/** `template` null: the message is the one string argument. Else `{0}`, `{1}` stand for numeric arguments. */
export interface RaisedError {
  readonly error: ErrorName;
  readonly template: string | null;
}

/** `inputs`, `ops` and `exit` are filled by a builder before anybody else sees the block; cycles need the mutability. */
export interface Block {
  inputs: readonly Variable[];
  ops: readonly Op[];
  exit: Exit;
}

/** A variable of the source, for debuggers. */
export interface SourceLocal {
  readonly name: string;
  /** High type of what it holds: of a captured variable that is assigned, its cell. */
  readonly type: RtsType;
  readonly isParameter: boolean;
  /** Of its declaration. */
  readonly span: Span;
  /** The statements in which its name means it; null: all of the function. */
  readonly extent: Span | null;
}

export interface Graph {
  /** Unique in its unit; equals `CheckedFunction.id`. */
  readonly name: string;
  /** The name for messages and stack traces. */
  readonly displayName: string;
  /** Its inputs are the function's parameters. */
  readonly start: Block;
  /** Empty for void; several in low graphs. */
  readonly results: readonly RtsType[];
  readonly span: Span | null;
  /** Of debug builds: what `source_local` counts. No part of the text form. */
  readonly locals?: readonly SourceLocal[];
}
