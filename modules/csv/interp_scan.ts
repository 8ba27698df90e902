'use mixmod';
// A piece of text → where its fields lie: CPython's automaton over code units, with what it needs between two pieces in
// `control`. Each event is two words: where a part of a field begins, and 8 times where it ends plus what it is.

const enum State {
  startRecord,
  startField,
  escapedChar,
  inField,
  inQuotedField,
  escapeInQuotedField,
  quoteInQuotedField,
  eatNewline,
  afterEscapedNewline,
}

/** Places in `control`, as in app_control.ts. */
const enum Control {
  state,
  delimiter,
  quote,
  escape,
  doublequote,
  skipSpace,
  strict,
  quoteNone,
  nonNumeric,
  position,
  isText,
  afterReturn,
  inLine,
  isNumeric,
  error,
  lines,
  hasContent,
}

const enum Kind {
  part,
  field,
  numericField,
  row,
  newline,
}

/** So many units of a field are looked at one by one. */
const SHORT = 24;
const EOL = -1;
const LF = 10;
const CR = 13;

class Scan {
  readonly control: Int32Array;
  readonly events: Uint32Array;
  count = 0;
  state: number;
  /** The part of a field that is open: empty where `start` is `end`. */
  start = 0;
  end = 0;
  readonly delimiter: number;
  readonly quote: number;
  readonly escape: number;
  readonly delimiters: Finder;
  readonly quotes: Finder;
  readonly escapes: Finder;
  readonly feeds = new Finder(LF);
  readonly returns = new Finder(CR);

  constructor(control: Int32Array, events: Uint32Array) {
    this.control = control;
    this.events = events;
    this.state = control[Control.state];
    this.delimiter = control[Control.delimiter];
    this.quote = control[Control.quoteNone] === 0 ? control[Control.quote] : -2;
    this.escape = control[Control.escape];
    this.delimiters = new Finder(this.delimiter);
    this.quotes = new Finder(this.quote);
    this.escapes = new Finder(this.escape);
  }

  put(start: number, end: number, kind: number): void {
    this.events[this.count] = start;
    this.events[this.count + 1] = end * 8 + kind;
    this.count += 2;
  }

  add(start: number, end: number): void {
    this.control[Control.hasContent] = 1;
    if (this.end === start && this.end > this.start) this.end = end;
    else {
      this.flush();
      this.start = start;
      this.end = end;
    }
  }

  flush(): void {
    if (this.end > this.start) this.put(this.start, this.end, Kind.part);
    this.start = this.end;
  }

  save(): void {
    const isNumeric = this.control[Control.isNumeric] !== 0;
    this.put(this.start, this.end, isNumeric ? Kind.numericField : Kind.field);
    this.start = this.end;
    this.control[Control.isNumeric] = 0;
    this.control[Control.hasContent] = 0;
  }

  /** A line ends with a backslash, say: the newline counts, whatever ends the line. */
  addAt(c: number, at: number): void {
    if (c !== EOL) this.add(at, at + 1);
    else {
      this.flush();
      this.put(0, 0, Kind.newline);
      this.control[Control.hasContent] = 1;
    }
  }

  endField(c: number): void {
    this.save();
    this.state = c === EOL ? State.startRecord : State.eatNewline;
  }

  step(c: number, at: number): void {
    const isEnd = c === EOL || c === LF || c === CR;
    switch (this.state) {
      case State.startRecord:
        if (c === EOL) break;
        if (isEnd) this.state = State.eatNewline;
        else this.startField(c, at, false);
        break;
      case State.startField:
        this.startField(c, at, isEnd);
        break;
      case State.escapedChar:
        this.addAt(c, at);
        this.state = c === LF || c === CR ? State.afterEscapedNewline : State.inField;
        break;
      case State.afterEscapedNewline:
        if (c !== EOL) this.inField(c, at, isEnd);
        break;
      case State.inField:
        this.inField(c, at, isEnd);
        break;
      case State.inQuotedField:
        this.inQuotedField(c, at);
        break;
      case State.escapeInQuotedField:
        this.addAt(c, at);
        this.state = State.inQuotedField;
        break;
      case State.quoteInQuotedField:
        this.quoteInQuotedField(c, at, isEnd);
        break;
      default:
        if (c === EOL) this.state = State.startRecord;
        else if (!isEnd) this.control[Control.error] = 1;
    }
    if (c === EOL) this.endLine();
  }

  endLine(): void {
    this.control[Control.lines]++;
    this.control[Control.inLine] = 0;
    this.control[Control.afterReturn] = 0;
    if (this.state === State.startRecord) this.put(this.control[Control.lines], 0, Kind.row);
  }

  startField(c: number, at: number, isEnd: boolean): void {
    this.state = State.startField;
    if (isEnd) this.endField(c);
    else if (c === this.quote) this.state = State.inQuotedField;
    else if (c === this.escape) this.state = State.escapedChar;
    else if (c === 32 && this.control[Control.skipSpace] !== 0) return;
    else if (c === this.delimiter) this.save();
    else {
      this.control[Control.isNumeric] = this.control[Control.nonNumeric];
      this.add(at, at + 1);
      this.state = State.inField;
    }
  }

  /** Also after an escaped newline, as which CPython's automaton stays: the end of such a line is no end of a row. */
  inField(c: number, at: number, isEnd: boolean): void {
    if (isEnd) this.endField(c);
    else if (c === this.escape) this.state = State.escapedChar;
    else if (c === this.delimiter) {
      this.save();
      this.state = State.startField;
    } else this.add(at, at + 1);
  }

  inQuotedField(c: number, at: number): void {
    if (c === EOL) return;
    if (c === this.escape) this.state = State.escapeInQuotedField;
    else if (c !== this.quote) this.add(at, at + 1);
    else if (this.control[Control.doublequote] !== 0) this.state = State.quoteInQuotedField;
    else this.state = State.inField;
  }

  quoteInQuotedField(c: number, at: number, isEnd: boolean): void {
    if (c === this.quote) {
      this.add(at, at + 1);
      this.state = State.inQuotedField;
    } else if (c === this.delimiter) {
      this.save();
      this.state = State.startField;
    } else if (isEnd) this.endField(c);
    else if (this.control[Control.strict] !== 0) this.control[Control.error] = 2;
    else {
      this.add(at, at + 1);
      this.state = State.inField;
    }
  }

  /** How far the code units from `at` are nothing but content of the field, as far as `SHORT` shows. */
  plainUntil(text: string, at: number): number {
    const isQuoted = this.state === State.inQuotedField;
    if (!isQuoted && this.state !== State.inField) return at;
    const stop = isQuoted ? this.quote : this.delimiter;
    const { escape } = this;
    const near = at + SHORT;
    let end = at;
    for (; end < text.length && end < near; end++) {
      const c = text.charCodeAt(end);
      if (c === stop || c === escape || c === LF || c === CR) break;
    }
    return end;
  }

  /** The same by searches for one unit each, which are faster in long fields. What one has found is known until it is passed. */
  search(text: string, at: number): number {
    const stop = this.state === State.inQuotedField ? this.quotes : this.delimiters;
    return Math.min(
      stop.from(text, at),
      this.escapes.from(text, at),
      this.feeds.from(text, at),
      this.returns.from(text, at),
    );
  }
}

/** Where a unit is next. */
class Finder {
  /** Empty: there is none. */
  readonly unit: string;
  found = -1;

  constructor(code: number) {
    this.unit = code < 0 ? '' : String.fromCharCode(code);
  }

  /** The end of the text where it is not. */
  from(text: string, at: number): number {
    if (this.found >= at) return this.found;
    const found = this.unit === '' ? -1 : text.indexOf(this.unit, at);
    this.found = found < 0 ? text.length : found;
    return this.found;
  }
}

/** Most events that one code unit makes, in words. */
const MARGIN = 8;

/** From `control`'s position until the end of the text or of the room for events; gives the number of words written. */
export function scan(text: string, control: Int32Array, events: Uint32Array): number {
  const run = new Scan(control, events);
  const isText = control[Control.isText] !== 0;
  const room = events.length - MARGIN;
  let at = control[Control.position];
  while (at < text.length && run.count < room && control[Control.error] === 0) {
    const plain = control[Control.afterReturn] === 0 ? run.plainUntil(text, at) : at;
    if (plain > at) {
      const end = plain - at < SHORT ? plain : run.search(text, plain);
      run.add(at, end);
      control[Control.inLine] = 1;
      at = end;
      continue;
    }
    const c = text.charCodeAt(at);
    if (control[Control.afterReturn] !== 0 && c !== LF) run.step(EOL, at);
    run.step(c, at);
    at++;
    control[Control.inLine] = 1;
    if (!isText) continue;
    if (c === LF) run.step(EOL, at);
    else if (c === CR) control[Control.afterReturn] = 1;
  }
  run.flush();
  control[Control.state] = run.state;
  control[Control.position] = at;
  return run.count;
}

/** The end of a line that is not in the text. */
export function end_line(control: Int32Array, events: Uint32Array): number {
  const run = new Scan(control, events);
  run.step(EOL, 0);
  control[Control.state] = run.state;
  return run.count;
}
