'use mixmod';
// A regular-expression engine: parser, compiler to instructions, backtracking matcher. The syntax is that of JavaScript without flags u
// and v: classes, groups, captures, lazy and greedy quantifiers, anchors, alternatives, back references, lookahead.

import { i32 } from 'mixmod';

class PatternError extends Error {
  constructor(problem: string, at: number) {
    super(`${problem} at ${at}`);
    this.name = 'PatternError';
  }
}

// ---- sets of characters ----

/** Ranges of UTF-16 code units, in pairs: first and last. */
class CharacterSet {
  readonly #ranges: number[] = [];
  /** A bit for each of the first 128. */
  readonly #low = new Uint8Array(128);
  #isNegated = false;

  add(first: number, last = first): void {
    this.#ranges.push(first, last);
    for (let c = first; c <= last && c < 128; c++) this.#low[c] = 1;
  }

  addSet(other: CharacterSet): void {
    if (!other.#isNegated) {
      for (let i = 0; i < other.#ranges.length; i += 2)
        this.add(other.#ranges[i], other.#ranges[i + 1]);
      return;
    }
    // What lies between the ranges, which are in order here.
    let next = 0;
    for (let i = 0; i < other.#ranges.length; i += 2) {
      if (other.#ranges[i] > next) this.add(next, other.#ranges[i] - 1);
      next = other.#ranges[i + 1] + 1;
    }
    if (next <= 0xffff) this.add(next, 0xffff);
  }

  negate(): CharacterSet {
    this.#isNegated = !this.#isNegated;
    return this;
  }

  has(code: number): boolean {
    if (code < 128) return (this.#low[code] === 1) !== this.#isNegated;
    for (let i = 0; i < this.#ranges.length; i += 2)
      if (code >= this.#ranges[i] && code <= this.#ranges[i + 1]) return !this.#isNegated;
    return this.#isNegated;
  }

  /** Letters stand for both cases. */
  foldCase(): void {
    for (let c = 65; c <= 90; c++) {
      if (this.#low[c] === 1) this.add(c + 32);
      if (this.#low[c + 32] === 1) this.add(c);
    }
  }
}

function setOf(...pairs: readonly string[]): CharacterSet {
  const set = new CharacterSet();
  for (const pair of pairs) set.add(pair.charCodeAt(0), pair.charCodeAt(pair.length - 1));
  return set;
}

const digits = (): CharacterSet => setOf('09');
const wordCharacters = (): CharacterSet => setOf('09', 'AZ', '_', 'az');
const spaces = (): CharacterSet =>
  setOf(
    '\t\r',
    ' ',
    '\u00a0',
    '\u1680',
    '\u2000\u200a',
    '\u2028\u2029',
    '\u202f',
    '\u205f',
    '\u3000',
    '\ufeff',
  );
const lineEnds = (): CharacterSet => setOf('\n', '\r', '\u2028\u2029');

/** Of `\d`, `\W` and their like; undefined for other letters. */
function classEscape(letter: string): CharacterSet | undefined {
  switch (letter) {
    case 'd':
      return digits();
    case 'D':
      return digits().negate();
    case 'w':
      return wordCharacters();
    case 'W':
      return wordCharacters().negate();
    case 's':
      return spaces();
    case 'S':
      return spaces().negate();
    default:
      return undefined;
  }
}

// ---- tree ----

type Assertion = 'start' | 'end' | 'boundary' | 'no-boundary';

type Pattern =
  | { readonly kind: 'empty' }
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'group'; readonly index: number; readonly inner: Pattern }
  | { readonly kind: 'reference'; readonly index: number }
  | { readonly kind: 'lookahead'; readonly isNegative: boolean; readonly inner: Pattern }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly alternatives: readonly Pattern[] }
  | {
      readonly kind: 'repeat';
      readonly inner: Pattern;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
      /** The groups inside, whose captures each round forgets. */
      readonly firstGroup: number;
      readonly endGroup: number;
    };

// ---- parser ----

class Parser {
  readonly #source: string;
  readonly #ignoresCase: boolean;
  readonly #dotAll: boolean;
  #at = 0;
  groups: i32 = 1;
  readonly names = new Map<string, number>();

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#ignoresCase = flags.includes('i');
    this.#dotAll = flags.includes('s');
  }

  parse(): Pattern {
    const pattern = this.#choice();
    if (this.#at < this.#source.length) throw this.#error('unmatched )');
    return pattern;
  }

  #error(problem: string): PatternError {
    return new PatternError(problem, this.#at);
  }

  #peek(): string {
    return this.#source.charAt(this.#at);
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #choice(): Pattern {
    const alternatives = [this.#sequence()];
    while (this.#take('|')) alternatives.push(this.#sequence());
    return alternatives.length === 1 ? alternatives[0] : { kind: 'choice', alternatives };
  }

  #sequence(): Pattern {
    const parts: Pattern[] = [];
    while (this.#at < this.#source.length && this.#peek() !== '|' && this.#peek() !== ')') {
      const firstGroup = this.groups;
      const part = this.#term();
      parts.push(this.#quantified(part, firstGroup));
    }
    if (parts.length === 1) return parts[0];
    return parts.length === 0 ? { kind: 'empty' } : { kind: 'sequence', parts };
  }

  #quantified(inner: Pattern, firstGroup: number): Pattern {
    let least = 0;
    let most = Infinity;
    if (this.#take('+')) least = 1;
    else if (this.#take('?')) most = 1;
    else if (!this.#take('*')) {
      const counts = this.#counts();
      if (!counts) return inner;
      [least, most] = counts;
    }
    if (inner.kind === 'assertion') throw this.#error('nothing to repeat');
    const isLazy = this.#take('?');
    return { kind: 'repeat', inner, least, most, isLazy, firstGroup, endGroup: this.groups };
  }

  /** `{2}`, `{2,}`, `{2,5}`; everything else that begins with a brace is text. */
  #counts(): [number, number] | null {
    const start = this.#at;
    if (!this.#take('{')) return null;
    const least = this.#digits();
    let most = least;
    if (least !== null && this.#take(',')) most = this.#peek() === '}' ? Infinity : this.#digits();
    if (least === null || most === null || !this.#take('}')) {
      this.#at = start;
      return null;
    }
    if (most < least) throw this.#error('numbers out of order');
    return [least, most];
  }

  #digits(): number | null {
    const start = this.#at;
    while (this.#peek() >= '0' && this.#peek() <= '9' && this.#peek() !== '') this.#at++;
    return this.#at === start ? null : Number(this.#source.slice(start, this.#at));
  }

  #term(): Pattern {
    const c = this.#peek();
    switch (c) {
      case '^':
        this.#at++;
        return { kind: 'assertion', assertion: 'start' };
      case '$':
        this.#at++;
        return { kind: 'assertion', assertion: 'end' };
      case '(':
        return this.#group();
      case '[':
        return this.#class();
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw this.#error('nothing to repeat');
      case '.':
        this.#at++;
        return {
          kind: 'set',
          set: this.#dotAll ? new CharacterSet().negate() : lineEnds().negate(),
        };
    }
    if (c === '{' && this.#counts()) throw this.#error('nothing to repeat');
    this.#at++;
    return this.#character(c.charCodeAt(0));
  }

  #character(code: number): Pattern {
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (!this.#ignoresCase || !isLetter) return { kind: 'character', code };
    const set = new CharacterSet();
    set.add(code);
    set.foldCase();
    return { kind: 'set', set };
  }

  #group(): Pattern {
    this.#at++;
    let made: (inner: Pattern) => Pattern;
    if (this.#take('?:')) made = (inner) => inner;
    else if (this.#take('?=')) made = (inner) => ({ kind: 'lookahead', isNegative: false, inner });
    else if (this.#take('?!')) made = (inner) => ({ kind: 'lookahead', isNegative: true, inner });
    else {
      const index = this.groups++;
      if (this.#take('?<')) this.names.set(this.#groupName(), index);
      else if (this.#peek() === '?') throw this.#error('invalid group');
      made = (inner) => ({ kind: 'group', index, inner });
    }
    const inner = this.#choice();
    if (!this.#take(')')) throw this.#error('unterminated group');
    return made(inner);
  }

  #groupName(): string {
    const end = this.#source.indexOf('>', this.#at);
    if (end <= this.#at) throw this.#error('invalid group name');
    const name = this.#source.slice(this.#at, end);
    if (this.names.has(name)) throw this.#error(`a second group ${name}`);
    this.#at = end + 1;
    return name;
  }

  #escape(): Pattern {
    this.#at++;
    const c = this.#peek();
    if (c === '') throw this.#error('\\ at the end');
    const set = classEscape(c);
    if (set) {
      this.#at++;
      return { kind: 'set', set };
    }
    if (c === 'b' || c === 'B') {
      this.#at++;
      return { kind: 'assertion', assertion: c === 'b' ? 'boundary' : 'no-boundary' };
    }
    if (c >= '1' && c <= '9') return { kind: 'reference', index: this.#digits() ?? 0 };
    if (this.#take('k<')) {
      const end = this.#source.indexOf('>', this.#at);
      const index = this.names.get(this.#source.slice(this.#at, end));
      if (index === undefined) throw this.#error('unknown group');
      this.#at = end + 1;
      return { kind: 'reference', index };
    }
    return this.#character(this.#escapedCode());
  }

  /** Of `\n`, `\x41`, `\u0041`, `\.`; the backslash has been read. */
  #escapedCode(): number {
    const c = this.#peek();
    this.#at++;
    switch (c) {
      case 'n':
        return 10;
      case 'r':
        return 13;
      case 't':
        return 9;
      case 'v':
        return 11;
      case 'f':
        return 12;
      case '0':
        return 0;
      case 'x':
        return this.#hexadecimal(2) ?? c.charCodeAt(0);
      case 'u':
        return this.#hexadecimal(4) ?? c.charCodeAt(0);
      default:
        return c.charCodeAt(0);
    }
  }

  #hexadecimal(count: number): number | null {
    let value = 0;
    if (this.#at + count > this.#source.length) return null;
    for (let i = 0; i < count; i++) {
      const digit = '0123456789abcdef'.indexOf(this.#source.charAt(this.#at + i).toLowerCase());
      if (digit < 0) return null;
      value = value * 16 + digit;
    }
    this.#at += count;
    return value;
  }

  #class(): Pattern {
    this.#at++;
    const isNegated = this.#take('^');
    const set = new CharacterSet();
    while (!this.#take(']')) {
      if (this.#at >= this.#source.length) throw this.#error('unterminated class');
      const first = this.#classItem(set);
      if (first === null || this.#peek() !== '-' || this.#source.charAt(this.#at + 1) === ']') {
        if (first !== null) set.add(first);
        continue;
      }
      this.#at++;
      const last = this.#classItem(set);
      if (last === null) {
        set.add(first);
        set.add(45);
      } else {
        if (last < first) throw this.#error('range out of order');
        set.add(first, last);
      }
    }
    if (this.#ignoresCase) set.foldCase();
    return { kind: 'set', set: isNegated ? set.negate() : set };
  }

  /** A code unit; null for a whole set, which is added. */
  #classItem(set: CharacterSet): number | null {
    const c = this.#peek();
    this.#at++;
    if (c !== '\\') return c.charCodeAt(0);
    const inner = classEscape(this.#peek());
    if (inner) {
      this.#at++;
      set.addSet(inner);
      return null;
    }
    if (this.#peek() === 'b') {
      this.#at++;
      return 8;
    }
    return this.#escapedCode();
  }
}

// ---- instructions ----

const enum Op {
  Character,
  Set,
  Any,
  Jump,
  /** Tries the next instruction first, then the operand; or the other way round. */
  SplitNext,
  SplitOther,
  Save,
  ClearCaptures,
  Start,
  End,
  Boundary,
  NoBoundary,
  Reference,
  Lookahead,
  NegativeLookahead,
  SetCounter,
  /** Repeats while the counter is below the operand. */
  CountLoop,
  NotePosition,
  /** Leaves the loop where the last round took no character. */
  CheckProgress,
  Match,
}

class Program {
  /** Three numbers for each instruction: op and two operands. */
  readonly code: number[] = [];
  readonly sets: CharacterSet[] = [];
  readonly groups: i32;
  registers = 0;

  constructor(groups: i32) {
    this.groups = groups;
  }

  get next(): number {
    return this.code.length / 3;
  }

  emit(op: Op, a = 0, b = 0): number {
    this.code.push(op, a, b);
    return this.next - 1;
  }

  /** The first operand becomes the place behind all that is there. */
  patch(instruction: number): void {
    this.code[instruction * 3 + 1] = this.next;
  }
}

class Compiler {
  readonly program: Program;

  constructor(groups: i32) {
    this.program = new Program(groups);
  }

  whole(pattern: Pattern): Program {
    this.program.emit(Op.Save, 0);
    this.#pattern(pattern);
    this.program.emit(Op.Save, 1);
    this.program.emit(Op.Match);
    return this.program;
  }

  #pattern(pattern: Pattern): void {
    const { program } = this;
    switch (pattern.kind) {
      case 'empty':
        return;
      case 'character':
        program.emit(Op.Character, pattern.code);
        return;
      case 'set':
        program.emit(Op.Set, program.sets.push(pattern.set) - 1);
        return;
      case 'assertion':
        program.emit(assertionOp(pattern.assertion));
        return;
      case 'group':
        program.emit(Op.Save, pattern.index * 2);
        this.#pattern(pattern.inner);
        program.emit(Op.Save, pattern.index * 2 + 1);
        return;
      case 'reference':
        if (pattern.index >= program.groups) throw new PatternError(`no group ${pattern.index}`, 0);
        program.emit(Op.Reference, pattern.index);
        return;
      case 'lookahead': {
        const start = program.emit(pattern.isNegative ? Op.NegativeLookahead : Op.Lookahead);
        this.#pattern(pattern.inner);
        program.emit(Op.Match);
        program.patch(start);
        return;
      }
      case 'sequence':
        for (const part of pattern.parts) this.#pattern(part);
        return;
      case 'choice':
        return this.#choice(pattern.alternatives);
      case 'repeat':
        return this.#repeat(pattern);
    }
  }

  #choice(alternatives: readonly Pattern[]): void {
    const { program } = this;
    const ends: number[] = [];
    alternatives.forEach((alternative, i) => {
      if (i === alternatives.length - 1) return this.#pattern(alternative);
      const split = program.emit(Op.SplitNext);
      this.#pattern(alternative);
      ends.push(program.emit(Op.Jump));
      program.patch(split);
    });
    for (const end of ends) program.patch(end);
  }

  #repeat(pattern: Extract<Pattern, { kind: 'repeat' }>): void {
    const { program } = this;
    const { inner, least, most, isLazy, firstGroup, endGroup } = pattern;
    const round = (): void => {
      if (endGroup > firstGroup) program.emit(Op.ClearCaptures, firstGroup, endGroup);
      this.#pattern(inner);
    };
    const split = isLazy ? Op.SplitOther : Op.SplitNext;
    if (least > 0) {
      if (least < 4) for (let i = 0; i < least; i++) round();
      else {
        const counter = program.registers++;
        program.emit(Op.SetCounter, counter);
        const start = program.next;
        round();
        program.emit(Op.CountLoop, start, counter * 65536 + least);
      }
    }
    if (most === Infinity) {
      const position = program.registers++;
      const start = program.emit(split);
      program.emit(Op.NotePosition, position);
      round();
      program.emit(Op.CheckProgress, position);
      program.emit(Op.Jump, start);
      program.patch(start);
      return;
    }
    const exits: number[] = [];
    for (let i = least; i < most; i++) {
      exits.push(program.emit(split));
      const position = program.registers++;
      program.emit(Op.NotePosition, position);
      round();
      program.emit(Op.CheckProgress, position);
    }
    for (const exit of exits) program.patch(exit);
  }
}

function assertionOp(assertion: Assertion): Op {
  switch (assertion) {
    case 'start':
      return Op.Start;
    case 'end':
      return Op.End;
    case 'boundary':
      return Op.Boundary;
    case 'no-boundary':
      return Op.NoBoundary;
  }
}

// ---- matcher ----

/** Where to go on when a way fails: instruction, position, and what the slots held. */
class Matcher {
  readonly #program: Program;
  readonly #code: Int32Array;
  readonly #isMultiline: boolean;
  readonly #ignoresCase: boolean;
  #text = '';
  /** Captures, then counters and positions of loops. */
  readonly #slots: i32[] = [];
  /** What is undone when a way fails: slot and old value; -1 begins a way, with its instruction and position. */
  readonly #trail: i32[] = [];
  #top: i32 = 0;

  constructor(program: Program, flags: string) {
    this.#program = program;
    this.#code = Int32Array.from(program.code);
    this.#isMultiline = flags.includes('m');
    this.#ignoresCase = flags.includes('i');
    for (let i = 0; i < program.groups * 2 + program.registers; i++) this.#slots.push(-1);
  }

  /** Starts and ends of the groups, -1 where one took no part; null without a match at or behind `from`. */
  search(text: string, from: i32): Int32Array | null {
    this.#text = text;
    for (let start: i32 = from; start <= text.length; start++) {
      this.#slots.fill(-1);
      this.#top = 0;
      if (this.#run(0, start, 0))
        return Int32Array.from(this.#slots.slice(0, this.#program.groups * 2));
    }
    return null;
  }

  #push(value: i32): void {
    if (this.#top === this.#trail.length) this.#trail.push(value);
    else this.#trail[this.#top] = value;
    this.#top++;
  }

  #set(slot: i32, value: i32): void {
    this.#push(this.#slots[slot]);
    this.#push(slot);
    this.#slots[slot] = value;
  }

  #way(instruction: i32, position: i32): void {
    this.#push(position);
    this.#push(instruction);
    this.#push(-1);
  }

  /** Undoes what was done since the last way that is left above `bottom`. False where there is none. */
  #undo(bottom: i32): boolean {
    while (this.#top > bottom) {
      const slot: i32 = this.#trail[--this.#top];
      if (slot < 0) return true;
      this.#slots[slot] = this.#trail[--this.#top];
    }
    return false;
  }

  #run(first: i32, start: i32, bottom: i32): boolean {
    const code = this.#code;
    const text = this.#text;
    const { length } = text;
    const { sets, groups } = this.#program;
    const registers: i32 = groups * 2;
    let at: i32 = first;
    let position: i32 = start;
    for (;;) {
      const a: i32 = code[at * 3 + 1];
      let isFailed = false;
      switch (code[at * 3]) {
        case Op.Character:
          if (position < length && text.charCodeAt(position) === a) position++;
          else isFailed = true;
          at++;
          break;
        case Op.Set:
          if (position < length && sets[a].has(text.charCodeAt(position))) position++;
          else isFailed = true;
          at++;
          break;
        case Op.Jump:
          at = a;
          break;
        case Op.SplitNext:
          this.#way(a, position);
          at++;
          break;
        case Op.SplitOther:
          this.#way(at + 1, position);
          at = a;
          break;
        case Op.Save:
          this.#set(a, position);
          at++;
          break;
        case Op.ClearCaptures:
          for (let slot: i32 = a * 2; slot < code[at * 3 + 2] * 2; slot++) this.#set(slot, -1);
          at++;
          break;
        case Op.Start:
          isFailed = !(
            position === 0 ||
            (this.#isMultiline && isLineEnd(text.charCodeAt(position - 1)))
          );
          at++;
          break;
        case Op.End:
          isFailed = !(
            position === length ||
            (this.#isMultiline && isLineEnd(text.charCodeAt(position)))
          );
          at++;
          break;
        case Op.Boundary:
        case Op.NoBoundary: {
          const isBoundary = this.#isWord(position - 1) !== this.#isWord(position);
          isFailed = isBoundary !== (code[at * 3] === Op.Boundary);
          at++;
          break;
        }
        case Op.Reference: {
          const taken = this.#reference(a, position);
          if (taken < 0) isFailed = true;
          else position += taken;
          at++;
          break;
        }
        case Op.Lookahead:
        case Op.NegativeLookahead: {
          const before = this.#top;
          const found = this.#run(at + 1, position, before);
          if (code[at * 3] === Op.NegativeLookahead) {
            if (found) while (this.#undo(before)) this.#top -= 2;
            isFailed = found;
          } else if (found) this.#keepCaptures(before);
          else isFailed = true;
          at = a;
          break;
        }
        case Op.SetCounter:
          this.#set(registers + a, 0);
          at++;
          break;
        case Op.CountLoop: {
          const packed: i32 = code[at * 3 + 2];
          const counter: i32 = registers + (packed >> 16);
          let count: i32 = this.#slots[counter];
          count++;
          this.#set(counter, count);
          at = count < (packed & 0xffff) ? a : at + 1;
          break;
        }
        case Op.NotePosition:
          this.#set(registers + a, position);
          at++;
          break;
        case Op.CheckProgress:
          isFailed = this.#slots[registers + a] === position;
          at++;
          break;
        default:
          return true;
      }
      if (isFailed) {
        if (!this.#undo(bottom)) return false;
        at = this.#trail[--this.#top];
        position = this.#trail[--this.#top];
      }
    }
  }

  /** The ways inside of a lookahead that has matched are gone, what it captured stays and can be undone. */
  #keepCaptures(bottom: i32): void {
    const kept: i32[] = [];
    while (this.#top > bottom) {
      const slot: i32 = this.#trail[--this.#top];
      if (slot < 0) this.#top -= 2;
      else kept.push(slot, this.#trail[--this.#top]);
    }
    for (let i = kept.length - 2; i >= 0; i -= 2) {
      this.#push(kept[i + 1]);
      this.#push(kept[i]);
    }
  }

  #isWord(position: i32): boolean {
    if (position < 0 || position >= this.#text.length) return false;
    const c = this.#text.charCodeAt(position);
    return (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || c === 95 || (c >= 97 && c <= 122);
  }

  /** How many characters it takes; -1 where the text is another. */
  #reference(group: i32, position: i32): i32 {
    const start: i32 = this.#slots[group * 2];
    const end: i32 = this.#slots[group * 2 + 1];
    if (start < 0 || end < 0) return 0;
    const count = end - start;
    if (position + count > this.#text.length) return -1;
    for (let i = 0; i < count; i++) {
      const wanted = this.#text.charCodeAt(start + i);
      const found = this.#text.charCodeAt(position + i);
      const isSame = this.#ignoresCase ? lower(wanted) === lower(found) : wanted === found;
      if (!isSame) return -1;
    }
    return count;
  }
}

const isLineEnd = (c: number): boolean => c === 10 || c === 13 || c === 0x2028 || c === 0x2029;
const lower = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);

// ---- expressions ----

class Expression {
  readonly names: ReadonlyMap<string, number>;
  readonly #matcher: Matcher;

  constructor(source: string, flags = '') {
    const parser = new Parser(source, flags);
    const pattern = parser.parse();
    const compiler = new Compiler(parser.groups);
    this.#matcher = new Matcher(compiler.whole(pattern), flags);
    this.names = parser.names;
  }

  exec(text: string, from: i32 = 0): Int32Array | null {
    return this.#matcher.search(text, from);
  }

  test(text: string): boolean {
    return this.exec(text) !== null;
  }

  all(text: string): Int32Array[] {
    const found: Int32Array[] = [];
    let from: i32 = 0;
    while (from <= text.length) {
      const match = this.exec(text, from);
      if (!match) break;
      found.push(match);
      from = match[1];
      if (match[1] === match[0]) from++;
    }
    return found;
  }

  /** `$1` and `$&` in the replacement stand for groups and for all. */
  replaceAll(text: string, replacement: string): string {
    let made = '';
    let from = 0;
    for (const match of this.all(text)) {
      made += text.slice(from, match[0]) + expanded(replacement, text, match);
      from = match[1];
    }
    return made + text.slice(from);
  }
}

function expanded(replacement: string, text: string, match: Int32Array): string {
  let made = '';
  for (let i = 0; i < replacement.length; i++) {
    const c = replacement.charAt(i);
    const next = replacement.charAt(i + 1);
    const group = next === '&' ? 0 : next >= '1' && next <= '9' ? Number(next) : -1;
    if (c !== '$' || group < 0 || group * 2 >= match.length) {
      made += c;
      continue;
    }
    if (match[group * 2] >= 0) made += text.slice(match[group * 2], match[group * 2 + 1]);
    i++;
  }
  return made;
}

// ---- what can be called from outside ----

/** The groups as `exec` of JavaScript gives them, or what is wrong with the pattern. */
export function groups(source: string, flags: string, text: string): string {
  try {
    const match = new Expression(source, flags).exec(text);
    if (!match) return 'no match';
    const found: string[] = [];
    for (let i = 0; i < match.length; i += 2)
      found.push(match[i] < 0 ? 'undefined' : text.slice(match[i], match[i + 1]));
    return `${match[0]}: ${found.join('|')}`;
  } catch (error) {
    if (error instanceof PatternError) return `${error.name}: ${error.message}`;
    throw error;
  }
}

export const replaced = (
  source: string,
  flags: string,
  text: string,
  replacement: string,
): string => new Expression(source, flags).replaceAll(text, replacement);

export const named = (source: string, name: string): number =>
  new Expression(source).names.get(name) ?? -1;

function sample(lines: number): string {
  const made: string[] = [];
  for (let i = 0; i < lines; i++)
    made.push(
      `192.168.${i % 256}.${(i * 7) % 256} - user${i} [${10 + (i % 20)}/Nov/2026:12:${10 + (i % 50)}:07] ` +
        `"GET /path/${i}/index.html?q=${(i * 31) % 1000} HTTP/1.1" 200 ${i * 13} "mail${i}@example.org"`,
    );
  return made.join('\n');
}

/** Searches a log: the number and places of all matches. */
export function run(lines: number): number {
  const text = sample(lines);
  const patterns = [
    '(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})',
    '[\\w.]+@[\\w.]+\\.(?:org|com)',
    '"(?:GET|POST) ([^"?]*)(?:\\?([^" ]*))? HTTP/\\d\\.\\d" (\\d+) (\\d+)',
    '\\b(?!user1)user\\d+\\b',
    '(\\d)\\1',
    '(?:a|e|i|o|u)+[^aeiou]*?x',
  ];
  let sum = 0;
  for (const source of patterns) {
    const found = new Expression(source).all(text);
    sum += found.length;
    for (const match of found) sum = (sum * 31 + match[0] + match[1]) % 1000003;
  }
  return sum;
}
