// One run of a statement that gives rows: they come in a frame, many at once.
import { DONE, fetch, HAS_ROW, NO_ROOM, reset } from './app_engine.ts';
import { ProgrammingError } from './app_errors.ts';
import type { Frame, Value } from './app_frame.ts';
import { giveFrame, takeFrame } from './app_frames.ts';
import { putParameters, type Named } from './app_parameters.ts';
import type { Prepared } from './app_prepared.ts';
import type { RowObject } from './app_row.ts';

/** Places in the state of a frame, as in interp_run.ts. */
const [ROWS, BYTES, COMPILED] = [0, 1, 7] as const;

/** As many rows at a time, where all will be asked for. */
export const ALL = 0x7fffffff;
/** And where that is not known: so many at first, so that short results come to their end at once, then twice as many. */
export const FIRST = 4;
const MOST = 128;

const PLAIN = { enumerable: true, configurable: true, writable: true };

export class Run {
  readonly prepared: Prepared;
  readonly #where: string;
  readonly #isBig: boolean;
  #frame: Frame | null;
  /** What sqlite3 has said last. */
  #code: number = DONE;
  /** Rows in the frame that nobody has taken. */
  #left = 0;
  #most: number;
  /** What is thrown behind the rows that are there. */
  #error: { readonly error: unknown } | null = null;

  /** Begins. `most`: as many rows are fetched at once, at first. */
  constructor(
    prepared: Prepared,
    named: Named | null,
    values: readonly unknown[],
    most: number,
    isBig: boolean,
    where: string,
  ) {
    prepared.check(where);
    this.prepared = prepared;
    this.#where = where;
    this.#isBig = isBig;
    // Functions of JavaScript see how many rows are fetched: one more than is asked for, as in CPython.
    this.#most = most === FIRST && prepared.database.hasCalls ? 2 : most;
    const frame = takeFrame();
    this.#frame = frame;
    try {
      putParameters(frame, prepared.parameters, named, values, where);
      prepared.run = this;
      this.#fetch(frame, prepared.parameters.length, false);
      if (this.#left === 0) this.#go(frame);
    } catch (error) {
      this.end();
      throw error;
    }
  }

  /** Whether there is a row; then it is taken by one of the functions below. */
  next(): boolean {
    const frame = this.#frame;
    if (frame === null) return false;
    if (!this.prepared.database.isOpen) {
      this.#close();
      throw new ProgrammingError(`${this.#where}: the connection is closed`);
    }
    if (this.#left === 0) this.#go(frame);
    return this.#left > 0;
  }

  values(): Value[] {
    const frame = this.#taken();
    const { length } = frame.columns;
    const row: Value[] = [];
    for (let i = 0; i < length; i++) row.push(frame.take(this.#isBig));
    return row;
  }
  object(): RowObject {
    const frame = this.#taken();
    const row: RowObject = {};
    for (const name of frame.columns) {
      const value = frame.take(this.#isBig);
      if (name === '__proto__') Object.defineProperty(row, name, { value, ...PLAIN });
      else row[name] = value;
    }
    return row;
  }
  #taken(): Frame {
    this.#left--;
    if (this.#frame === null) throw new ProgrammingError(`${this.#where}: there is no row`);
    return this.#frame;
  }

  /** Until there is a row in the frame, or the end. */
  #go(frame: Frame): void {
    const { prepared } = this;
    while (this.#left === 0) {
      if (this.#error !== null) throw this.#error.error;
      if (this.#code === DONE) return this.end();
      const isHeld = this.#code === NO_ROOM;
      if (isHeld && frame.state[ROWS] === 0) frame.growTwice();
      if (prepared.database.hasCalls) this.#most = this.#most === ALL ? ALL : 1;
      else if (this.#most < MOST) this.#most *= 2;
      this.#fetch(frame, 0, isHeld);
    }
  }

  #fetch(frame: Frame, count: number, isHeld: boolean): void {
    const { prepared } = this;
    const code = fetch(prepared, frame, count, this.#most, isHeld);
    this.#code = code;
    this.#left = frame.state[ROWS] ?? 0;
    frame.rewind(frame.state[BYTES] ?? 0);
    prepared.noteCompiled(frame.state[COMPILED] ?? 0);
    frame.columns = prepared.names;
    frame.where = this.#where;
    if (code === HAS_ROW || code === DONE || code === NO_ROOM) return;
    // What a function has thrown is thrown at once; of sqlite3's errors now, as it forgets them.
    if (prepared.database.callees.thrown !== null) this.#left = 0;
    this.#error = { error: prepared.database.failure(code) };
  }

  /** Gives up what rows there may still be. */
  end(): void {
    if (this.#frame === null) return;
    const hasMore = this.#code === HAS_ROW || this.#code === NO_ROOM;
    if (hasMore && this.prepared.database.isOpen) reset(this.prepared);
    this.#close();
  }
  #close(): void {
    if (this.#frame !== null) giveFrame(this.#frame);
    this.#frame = null;
    this.#left = 0;
    if (this.prepared.run === this) this.prepared.run = null;
  }
}
