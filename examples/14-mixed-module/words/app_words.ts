// What is easier in plain TypeScript: a class with defaults and texts.
import { count_words } from './interp_words.ts';

export interface WordCounterOptions {
  readonly encoding?: 'utf8' | 'latin1';
}

export class WordCounter {
  readonly #encoding: 'utf8' | 'latin1';
  #words = 0;

  constructor({ encoding = 'utf8' }: WordCounterOptions = {}) {
    this.#encoding = encoding;
  }

  get words(): number {
    return this.#words;
  }

  add(text: string): this {
    this.#words += count_words(Buffer.from(text, this.#encoding));
    return this;
  }
}
