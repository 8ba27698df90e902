'use mixmod';
// Chess: positions from FEN, all legal moves, moves in algebraic notation, perft counts, and a small search for the best move.
import { i32 } from 'mixmod';

class PositionError extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'PositionError';
  }
}

// ---- pieces and squares ----

/** White pieces are positive, black ones negative. */
const enum Piece {
  None = 0,
  Pawn = 1,
  Knight = 2,
  Bishop = 3,
  Rook = 4,
  Queen = 5,
  King = 6,
}

const LETTERS = ' pnbrqk';

/**
 * The board has 8 by 8 squares in 16 by 8: a place off the board has a bit of 0x88. a1 is 0, h1 is 7, a2 is 16.
 */
const isOnBoard = (square: i32): boolean => (square & 0x88) === 0;
const fileOf = (square: i32): i32 => square & 7;
const rankOf = (square: i32): i32 => square >> 4;

const squareName = (square: i32): string =>
  String.fromCharCode(97 + fileOf(square), 49 + rankOf(square));

function squareOf(name: string): i32 {
  const file = 'abcdefgh'.indexOf(name.charAt(0));
  const rank = '12345678'.indexOf(name.charAt(1));
  if (name.length !== 2 || file < 0 || rank < 0) throw new PositionError(`no square ${name}`);
  return (rank * 16 + file) | 0;
}

const KNIGHT_STEPS = Int32Array.of(33, 31, 18, 14, -14, -18, -31, -33);
const KING_STEPS = Int32Array.of(1, -1, 16, -16, 17, 15, -15, -17);
const ROOK_STEPS = Int32Array.of(1, -1, 16, -16);
const BISHOP_STEPS = Int32Array.of(17, 15, -15, -17);

/** Rights to castle, a bit each. */
const WHITE_SHORT: i32 = 1;
const WHITE_LONG: i32 = 2;
const BLACK_SHORT: i32 = 4;
const BLACK_LONG: i32 = 8;

/** The rights that are lost when something moves from a square or to it. */
const LOST_RIGHTS = lostRights();

function lostRights(): Int32Array {
  const lost = new Int32Array(128);
  lost[0x00] = WHITE_LONG;
  lost[0x07] = WHITE_SHORT;
  lost[0x04] = WHITE_LONG | WHITE_SHORT;
  lost[0x70] = BLACK_LONG;
  lost[0x77] = BLACK_SHORT;
  lost[0x74] = BLACK_LONG | BLACK_SHORT;
  return lost;
}

// ---- moves ----

/** In one number: from, to, the piece that a pawn becomes, and what is special. */
const enum Flag {
  Capture = 1,
  DoubleStep = 2,
  EnPassant = 4,
  Castle = 8,
}

const moveOf = (from: i32, to: i32, promotion: i32, flags: i32): i32 =>
  from | (to << 7) | (promotion << 14) | (flags << 17);
const fromOf = (move: i32): i32 => move & 127;
const toOf = (move: i32): i32 => (move >> 7) & 127;
const promotionOf = (move: i32): i32 => (move >> 14) & 7;
const flagsOf = (move: i32): i32 => move >> 17;

function moveName(move: i32): string {
  const promotion = promotionOf(move);
  const letter = promotion === Piece.None ? '' : LETTERS.charAt(promotion);
  return squareName(fromOf(move)) + squareName(toOf(move)) + letter;
}

/** What a move has changed, so that it can be taken back. */
interface Undo {
  readonly move: i32;
  readonly captured: i32;
  readonly rights: i32;
  readonly enPassant: i32;
  readonly halfMoves: i32;
}

// ---- positions ----

const NO_SQUARE: i32 = -1;

class Position {
  readonly #board = new Int8Array(128);
  /** 1 for white, -1 for black. */
  #side: i32 = 1;
  #rights: i32 = 0;
  /** Behind a pawn that has just made two steps. */
  #enPassant: i32 = NO_SQUARE;
  #halfMoves: i32 = 0;
  #moveNumber: i32 = 1;
  #whiteKing: i32 = NO_SQUARE;
  #blackKing: i32 = NO_SQUARE;
  readonly #history: Undo[] = [];

  constructor(fen: string) {
    const parts = fen.trim().split(' ');
    if (parts.length < 4) throw new PositionError('a position has at least four parts');
    this.#place(parts[0]);
    if (parts[1] !== 'w' && parts[1] !== 'b') throw new PositionError(`no side ${parts[1]}`);
    this.#side = parts[1] === 'w' ? 1 : -1;
    if (parts[2] !== '-') for (let i = 0; i < parts[2].length; i++) this.#allow(parts[2].charAt(i));
    if (parts[3] !== '-') this.#enPassant = squareOf(parts[3]);
    this.#halfMoves = Number(parts.at(4) ?? '0') | 0;
    this.#moveNumber = Number(parts.at(5) ?? '1') | 0;
    if (this.#whiteKing === NO_SQUARE || this.#blackKing === NO_SQUARE)
      throw new PositionError('a king is missing');
  }

  #place(text: string): void {
    const ranks = text.split('/');
    if (ranks.length !== 8) throw new PositionError('a board has eight ranks');
    ranks.forEach((rank, i) => {
      let square: i32 = ((7 - i) * 16) | 0;
      const end = square + 8;
      for (let k = 0; k < rank.length; k++) {
        const letter = rank.charAt(k);
        const empty = '12345678'.indexOf(letter) + 1;
        if (empty > 0) {
          square = (square + empty) | 0;
          continue;
        }
        const kind = LETTERS.indexOf(letter.toLowerCase());
        if (kind < 1 || square >= end) throw new PositionError(`wrong rank ${rank}`);
        const isWhite = letter !== letter.toLowerCase();
        this.#board[square] = isWhite ? kind : -kind;
        if (kind === Piece.King && isWhite) this.#whiteKing = square;
        if (kind === Piece.King && !isWhite) this.#blackKing = square;
        square++;
      }
      if (square !== end) throw new PositionError(`wrong rank ${rank}`);
    });
  }

  #allow(letter: string): void {
    const index = 'KQkq'.indexOf(letter);
    if (index < 0) throw new PositionError(`no right ${letter}`);
    this.#rights |= 1 << index;
  }

  toFen(): string {
    const ranks: string[] = [];
    for (let rank: i32 = 7; rank >= 0; rank--) {
      let text = '';
      let empty = 0;
      for (let file: i32 = 0; file < 8; file++) {
        const piece: i32 = this.#board[rank * 16 + file];
        if (piece === Piece.None) {
          empty++;
          continue;
        }
        if (empty > 0) text += `${empty}`;
        empty = 0;
        const letter = LETTERS.charAt(piece < 0 ? -piece : piece);
        text += piece > 0 ? letter.toUpperCase() : letter;
      }
      ranks.push(empty > 0 ? `${text}${empty}` : text);
    }
    let rights = '';
    for (let i = 0; i < 4; i++) if ((this.#rights & (1 << i)) !== 0) rights += 'KQkq'.charAt(i);
    const side = this.#side > 0 ? 'w' : 'b';
    const behind = this.#enPassant === NO_SQUARE ? '-' : squareName(this.#enPassant);
    return `${ranks.join('/')} ${side} ${rights || '-'} ${behind} ${this.#halfMoves} ${this.#moveNumber}`;
  }

  /** A piece of `side` could take on the square. */
  isAttacked(square: i32, side: i32): boolean {
    const board = this.#board;
    const pawn = side * Piece.Pawn;
    for (const step of side > 0 ? WHITE_PAWN_ORIGINS : BLACK_PAWN_ORIGINS) {
      const from: i32 = square + step;
      if (isOnBoard(from) && board[from] === pawn) return true;
    }
    const knight = side * Piece.Knight;
    for (let i = 0; i < KNIGHT_STEPS.length; i++) {
      const step: i32 = KNIGHT_STEPS[i];
      const from = square + step;
      if (isOnBoard(from) && board[from] === knight) return true;
    }
    const king = side * Piece.King;
    for (let i = 0; i < KING_STEPS.length; i++) {
      const step: i32 = KING_STEPS[i];
      const from = square + step;
      if (isOnBoard(from) && board[from] === king) return true;
    }
    return (
      this.#isSeen(square, ROOK_STEPS, side * Piece.Rook, side * Piece.Queen) ||
      this.#isSeen(square, BISHOP_STEPS, side * Piece.Bishop, side * Piece.Queen)
    );
  }

  /** The first piece on a line from the square is one of the two. */
  #isSeen(square: i32, steps: Int32Array, one: i32, other: i32): boolean {
    const board = this.#board;
    for (let i = 0; i < steps.length; i++) {
      const step: i32 = steps[i];
      let at = square + step;
      while (isOnBoard(at)) {
        const piece: i32 = board[at];
        if (piece !== Piece.None) {
          if (piece === one || piece === other) return true;
          break;
        }
        at += step;
      }
    }
    return false;
  }

  get isInCheck(): boolean {
    return this.isAttacked(this.#side > 0 ? this.#whiteKing : this.#blackKing, -this.#side);
  }

  // ---- generation ----

  /** Appends all moves, also those that leave the king in check. */
  #pseudoLegal(moves: i32[]): void {
    const board = this.#board;
    const side = this.#side;
    for (let square: i32 = 0; square < 120; square++) {
      if (!isOnBoard(square)) continue;
      const piece: i32 = board[square];
      if (piece * side <= 0) continue;
      switch (piece * side) {
        case Piece.Pawn:
          this.#pawnMoves(square, moves);
          break;
        case Piece.Knight:
          this.#steps(square, KNIGHT_STEPS, moves);
          break;
        case Piece.Bishop:
          this.#slides(square, BISHOP_STEPS, moves);
          break;
        case Piece.Rook:
          this.#slides(square, ROOK_STEPS, moves);
          break;
        case Piece.Queen:
          this.#slides(square, KING_STEPS, moves);
          break;
        default:
          this.#steps(square, KING_STEPS, moves);
          this.#castles(square, moves);
      }
    }
  }

  #steps(from: i32, steps: Int32Array, moves: i32[]): void {
    for (let i = 0; i < steps.length; i++) {
      const step: i32 = steps[i];
      const to = from + step;
      if (isOnBoard(to)) this.#addIfFree(from, to, moves);
    }
  }

  #slides(from: i32, steps: Int32Array, moves: i32[]): void {
    for (let i = 0; i < steps.length; i++) {
      const step: i32 = steps[i];
      let to = from + step;
      while (isOnBoard(to)) {
        if (!this.#addIfFree(from, to, moves)) break;
        to += step;
      }
    }
  }

  /** True where the square is empty, so that a line goes on. */
  #addIfFree(from: i32, to: i32, moves: i32[]): boolean {
    const target: i32 = this.#board[to];
    if (target === Piece.None) {
      moves.push(moveOf(from, to, 0, 0));
      return true;
    }
    if (target * this.#side < 0) moves.push(moveOf(from, to, 0, Flag.Capture));
    return false;
  }

  #pawnMoves(from: i32, moves: i32[]): void {
    const board = this.#board;
    const side = this.#side;
    const forward: i32 = side * 16;
    const to = from + forward;
    if (board[to] === Piece.None) {
      this.#addPawnMove(from, to, 0, moves);
      const isAtStart = rankOf(from) === (side > 0 ? 1 : 6);
      if (isAtStart && board[to + forward] === Piece.None)
        moves.push(moveOf(from, to + forward, 0, Flag.DoubleStep));
    }
    this.#pawnCapture(from, to - 1, moves);
    this.#pawnCapture(from, to + 1, moves);
  }

  #pawnCapture(from: i32, to: i32, moves: i32[]): void {
    if (!isOnBoard(to)) return;
    const target: i32 = this.#board[to];
    if (target * this.#side < 0) this.#addPawnMove(from, to, Flag.Capture, moves);
    else if (to === this.#enPassant && target === Piece.None)
      moves.push(moveOf(from, to, 0, Flag.Capture | Flag.EnPassant));
  }

  #addPawnMove(from: i32, to: i32, flags: i32, moves: i32[]): void {
    const rank = rankOf(to);
    if (rank !== 0 && rank !== 7) {
      moves.push(moveOf(from, to, 0, flags));
      return;
    }
    for (let piece: i32 = Piece.Queen; piece >= Piece.Knight; piece--)
      moves.push(moveOf(from, to, piece, flags));
  }

  #castles(king: i32, moves: i32[]): void {
    const isWhite = this.#side > 0;
    const home: i32 = isWhite ? 0x04 : 0x74;
    if (king !== home || this.isInCheck) return;
    const short = isWhite ? WHITE_SHORT : BLACK_SHORT;
    const long = isWhite ? WHITE_LONG : BLACK_LONG;
    const board = this.#board;
    if (
      (this.#rights & short) !== 0 &&
      board[home + 1] === Piece.None &&
      board[home + 2] === Piece.None &&
      !this.isAttacked(home + 1, -this.#side)
    )
      moves.push(moveOf(home, home + 2, 0, Flag.Castle));
    if (
      (this.#rights & long) !== 0 &&
      board[home - 1] === Piece.None &&
      board[home - 2] === Piece.None &&
      board[home - 3] === Piece.None &&
      !this.isAttacked(home - 1, -this.#side)
    )
      moves.push(moveOf(home, home - 2, 0, Flag.Castle));
  }

  legalMoves(): i32[] {
    const all: i32[] = [];
    this.#pseudoLegal(all);
    return all.filter((move) => {
      this.make(move);
      const isLegal = !this.#leftInCheck();
      this.takeBack();
      return isLegal;
    });
  }

  /** The side that has just moved could lose its king. */
  #leftInCheck(): boolean {
    return this.isAttacked(this.#side > 0 ? this.#blackKing : this.#whiteKing, this.#side);
  }

  // ---- making moves ----

  make(move: i32): void {
    const board = this.#board;
    const side = this.#side;
    const from = fromOf(move);
    const to = toOf(move);
    const flags = flagsOf(move);
    const piece: i32 = board[from];
    const taken: i32 = (flags & Flag.EnPassant) !== 0 ? to - side * 16 : to;
    const captured: i32 = board[taken];
    this.#history.push({
      move,
      captured,
      rights: this.#rights,
      enPassant: this.#enPassant,
      halfMoves: this.#halfMoves,
    });
    board[taken] = Piece.None;
    board[from] = Piece.None;
    const promotion = promotionOf(move);
    board[to] = promotion === Piece.None ? piece : promotion * side;
    if ((flags & Flag.Castle) !== 0)
      this.#moveRook(to, to > from ? to + 1 : to - 2, to > from ? -1 : 1);
    if (piece === Piece.King) this.#whiteKing = to;
    if (piece === -Piece.King) this.#blackKing = to;
    this.#enPassant = (flags & Flag.DoubleStep) !== 0 ? from + side * 16 : NO_SQUARE;
    this.#rights &= ~(LOST_RIGHTS[from] | LOST_RIGHTS[to]);
    const isQuiet = (flags & Flag.Capture) === 0 && piece !== side * Piece.Pawn;
    this.#halfMoves = isQuiet ? this.#halfMoves + 1 : 0;
    if (side < 0) this.#moveNumber++;
    this.#side = -side;
  }

  /** From its corner to the other side of the king, or back. */
  #moveRook(king: i32, corner: i32, beside: i32): void {
    this.#board[king + beside] = this.#board[corner];
    this.#board[corner] = Piece.None;
  }

  takeBack(): void {
    const undo = this.#history.pop();
    if (!undo) throw new PositionError('no move to take back');
    const board = this.#board;
    const { move, captured } = undo;
    const side: i32 = -this.#side;
    const from = fromOf(move);
    const to = toOf(move);
    const flags = flagsOf(move);
    const piece: i32 = promotionOf(move) === Piece.None ? board[to] : side * Piece.Pawn;
    board[to] = Piece.None;
    board[(flags & Flag.EnPassant) !== 0 ? to - side * 16 : to] = captured;
    board[from] = piece;
    if ((flags & Flag.Castle) !== 0) {
      const corner: i32 = to > from ? to + 1 : to - 2;
      const beside: i32 = to > from ? to - 1 : to + 1;
      board[corner] = board[beside];
      board[beside] = Piece.None;
    }
    if (piece === Piece.King) this.#whiteKing = from;
    if (piece === -Piece.King) this.#blackKing = from;
    this.#rights = undo.rights;
    this.#enPassant = undo.enPassant;
    this.#halfMoves = undo.halfMoves;
    if (side < 0) this.#moveNumber--;
    this.#side = side;
  }

  /** How many ways there are to play `depth` moves. */
  perft(depth: number): number {
    const moves: i32[] = [];
    this.#pseudoLegal(moves);
    let count = 0;
    for (const move of moves) {
      this.make(move);
      if (!this.#leftInCheck()) count += depth <= 1 ? 1 : this.perft(depth - 1);
      this.takeBack();
    }
    return count;
  }

  // ---- notation ----

  /** The move that is written like this; undefined for none. */
  find(name: string): i32 | undefined {
    return this.legalMoves().find((move) => moveName(move) === name);
  }

  /** Standard algebraic notation: Nbd7, exd5, O-O, e8=Q+. */
  algebraic(move: i32): string {
    const flags = flagsOf(move);
    const from = fromOf(move);
    const to = toOf(move);
    let text = '';
    if ((flags & Flag.Castle) !== 0) text = to > from ? 'O-O' : 'O-O-O';
    else {
      const own: i32 = this.#board[from];
      const piece = own * this.#side;
      const isCapture = (flags & Flag.Capture) !== 0;
      if (piece === Piece.Pawn) text = isCapture ? squareName(from).charAt(0) : '';
      else text = LETTERS.charAt(piece).toUpperCase() + this.#distinction(move);
      text += (isCapture ? 'x' : '') + squareName(to);
      const promotion = promotionOf(move);
      if (promotion !== Piece.None) text += `=${LETTERS.charAt(promotion).toUpperCase()}`;
    }
    this.make(move);
    const isCheck = this.isInCheck;
    const isMate = isCheck && this.legalMoves().length === 0;
    this.takeBack();
    return text + (isMate ? '#' : isCheck ? '+' : '');
  }

  /** File, rank or both, where other pieces of the kind could go to the same square. */
  #distinction(move: i32): string {
    const from = fromOf(move);
    const piece = this.#board[from];
    const others = this.legalMoves().filter(
      (one) => one !== move && toOf(one) === toOf(move) && this.#board[fromOf(one)] === piece,
    );
    if (others.length === 0) return '';
    const name = squareName(from);
    if (!others.some((one) => fileOf(fromOf(one)) === fileOf(from))) return name.charAt(0);
    if (!others.some((one) => rankOf(fromOf(one)) === rankOf(from))) return name.charAt(1);
    return name;
  }

  // ---- search ----

  /** Material and place, in hundredths of a pawn, for the side to move. */
  evaluate(): i32 {
    let score: i32 = 0;
    for (let square: i32 = 0; square < 120; square++) {
      if (!isOnBoard(square)) continue;
      const piece: i32 = this.#board[square];
      if (piece === Piece.None) continue;
      const kind = piece < 0 ? -piece : piece;
      const value: i32 = VALUES[kind];
      const worth = value + placeValue(kind, square, piece > 0);
      score += piece > 0 ? worth : -worth;
    }
    return score * this.#side;
  }

  /** Alpha-beta; captures are looked at beyond the depth. */
  search(depth: number, alpha: i32, beta: i32): i32 {
    if (depth <= 0) return this.#quiet(alpha, beta);
    const moves: i32[] = [];
    this.#pseudoLegal(moves);
    this.#order(moves);
    let best: i32 = -MATE;
    let lower = alpha;
    let legal = 0;
    for (const move of moves) {
      this.make(move);
      if (this.#leftInCheck()) {
        this.takeBack();
        continue;
      }
      legal++;
      const score: i32 = -this.search(depth - 1, -beta, -lower);
      this.takeBack();
      if (score > best) best = score;
      if (best > lower) lower = best;
      if (lower >= beta) break;
    }
    if (legal === 0) return this.isInCheck ? -MATE : 0;
    // A mate that is nearer is better.
    return best > MATE - 100 ? best - 1 : best;
  }

  #quiet(alpha: i32, beta: i32): i32 {
    const standing = this.evaluate();
    if (standing >= beta) return standing;
    let lower = standing > alpha ? standing : alpha;
    const moves: i32[] = [];
    this.#pseudoLegal(moves);
    const captures = moves.filter((move) => (flagsOf(move) & Flag.Capture) !== 0);
    this.#order(captures);
    for (const move of captures) {
      this.make(move);
      if (this.#leftInCheck()) {
        this.takeBack();
        continue;
      }
      const score: i32 = -this.#quiet(-beta, -lower);
      this.takeBack();
      if (score > lower) lower = score;
      if (lower >= beta) break;
    }
    return lower;
  }

  /** The most valuable victim of the least valuable piece first. */
  #order(moves: i32[]): void {
    const worth = (move: i32): i32 => {
      const victim: i32 = this.#board[toOf(move)];
      const piece: i32 = this.#board[fromOf(move)];
      const gain: i32 = VALUES[victim < 0 ? -victim : victim];
      const risk: i32 = piece < 0 ? -piece : piece;
      return (flagsOf(move) & Flag.Capture) !== 0 ? gain * 16 - risk : promotionOf(move);
    };
    moves.sort((a, b) => worth(b) - worth(a));
  }

  best(depth: number): i32 | undefined {
    let found: i32 | undefined;
    let best: i32 = -MATE - 1;
    for (const move of this.legalMoves()) {
      this.make(move);
      const score: i32 = -this.search(depth - 1, -MATE, -best);
      this.takeBack();
      if (score > best) {
        best = score;
        found = move;
      }
    }
    return found;
  }
}

/** From where pawns of a side attack a square. */
const WHITE_PAWN_ORIGINS: readonly i32[] = [-15, -17];
const BLACK_PAWN_ORIGINS: readonly i32[] = [15, 17];

const MATE: i32 = 100_000;
const VALUES = Int32Array.of(0, 100, 320, 330, 500, 900, 0);

/** Pieces belong into the middle, pawns forward, kings home. */
function placeValue(kind: i32, square: i32, isWhite: boolean): i32 {
  const file = fileOf(square);
  const rank = isWhite ? rankOf(square) : 7 - rankOf(square);
  const fromEdge = (at: i32): i32 => (at < 4 ? at : 7 - at);
  switch (kind) {
    case Piece.Pawn:
      return rank * 6 + fromEdge(file) * 2;
    case Piece.Knight:
      return (fromEdge(file) + fromEdge(rank)) * 6;
    case Piece.Bishop:
    case Piece.Queen:
      return (fromEdge(file) + fromEdge(rank)) * 3;
    case Piece.Rook:
      return rank === 6 ? 20 : 0;
    default:
      return -rank * 12 - fromEdge(file) * 4;
  }
}

// ---- what can be called from outside ----

const START = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1';

export const perft = (fen: string, depth: number): number => new Position(fen).perft(depth);

/** All legal moves in algebraic notation, in alphabetical order. */
export function moves(fen: string): string {
  const position = new Position(fen);
  const names = position.legalMoves().map((move) => position.algebraic(move));
  return names.sort().join(' ');
}

/** The position after moves like `e2e4 e7e8q`. */
export function played(fen: string, names: string): string {
  const position = new Position(fen);
  for (const name of names.split(' ')) {
    const move = position.find(name);
    if (move === undefined) throw new PositionError(`no move ${name}`);
    position.make(move);
  }
  return position.toFen();
}

export function bestMove(fen: string, depth: number): string {
  const position = new Position(fen);
  const move = position.best(depth);
  return move === undefined ? 'none' : position.algebraic(move);
}

const POSITIONS: readonly string[] = [
  START,
  'r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1',
  '8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1',
  'r3k2r/Pppp1ppp/1b3nbN/nP6/BBP1P3/q4N2/Pp1P2PP/R2Q1RK1 w kq - 0 1',
  'rnbq1k1r/pp1Pbppp/2p5/8/2B5/8/PPP1NnPP/RNBQK2R w KQ - 1 8',
  'r4rk1/1pp1qppp/p1np1n2/2b1p1B1/2B1P1b1/P1NP1N2/1PP1QPPP/R4RK1 w - - 0 10',
];

/** Counts the moves of all positions, and searches a little in each. */
export function run(depth: number): number {
  let sum = 0;
  for (const fen of POSITIONS) {
    sum += perft(fen, depth);
    sum += bestMove(fen, Math.min(depth, 2)).length;
  }
  return sum;
}
