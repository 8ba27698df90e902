'use mixmod';
// XML through libexpat. The binding, expat.ts, is what `mixmod bindings` has written from the library's header; nothing was copied by hand.
import { i32, rffi } from 'mixmod';
import {
  XML_CharacterDataHandler,
  XML_EndElementHandler,
  XML_ErrorString,
  XML_ExpatVersion,
  XML_GetCurrentColumnNumber,
  XML_GetCurrentLineNumber,
  XML_GetErrorCode,
  XML_MAJOR_VERSION,
  XML_Parse,
  XML_ParserCreate,
  XML_ParserFree,
  XML_SetCharacterDataHandler,
  XML_SetElementHandler,
  XML_StartElementHandler,
  XML_STATUS_OK,
} from './expat.ts';

/** What a document consists of, told in its order. */
interface Listener {
  /** `attributes`: names and values in turn. */
  start(name: string, attributes: readonly string[]): void;
  end(name: string): void;
  text(text: string): void;
}

/** Reads UTF-8 in pieces of `step` bytes. SyntaxError with line and column for what is no XML. */
function read(data: Uint8Array, step: i32, listener: Listener): void {
  if (step < 1) throw new RangeError('step must be at least 1');
  const parser = XML_ParserCreate(null);
  if (parser === null) throw new RangeError('out of memory');
  try {
    using start = rffi.scoped_callback(XML_StartElementHandler, (_user, name, attributes) => {
      listener.start(rffi.charp2str(name), rffi.charpp2liststr(attributes));
    });
    using end = rffi.scoped_callback(XML_EndElementHandler, (_user, name) => {
      listener.end(rffi.charp2str(name));
    });
    using text = rffi.scoped_callback(XML_CharacterDataHandler, (_user, bytes, size) => {
      listener.text(rffi.charpsize2str(bytes, size));
    });
    XML_SetElementHandler(parser, start.ptr, end.ptr);
    XML_SetCharacterDataHandler(parser, text.ptr);
    let at: i32 = 0;
    let isLast = false;
    while (!isLast) {
      const piece = data.subarray(at, at + step);
      at += i32(piece.length);
      isLast = at >= data.length;
      using buffer = rffi.scoped_nonmovingbuffer(piece);
      const status = XML_Parse(parser, buffer.ptr, i32(piece.length), isLast ? 1 : 0);
      if (status !== XML_STATUS_OK) {
        const message = rffi.charp2str(XML_ErrorString(XML_GetErrorCode(parser)));
        const line = XML_GetCurrentLineNumber(parser);
        const column = XML_GetCurrentColumnNumber(parser);
        throw new SyntaxError(`${message}, line ${line}, column ${column}`);
      }
    }
  } finally {
    XML_ParserFree(parser);
  }
}

class Outline implements Listener {
  result = '';
  #depth = 0;

  start(name: string, attributes: readonly string[]): void {
    let line = '  '.repeat(this.#depth) + name;
    for (let i = 0; i < attributes.length; i += 2) line += ` ${attributes[i]}=${attributes[i + 1]}`;
    this.result += `${line}\n`;
    this.#depth++;
  }
  end(_name: string): void {
    this.#depth--;
  }
  text(_text: string): void {}
}

class Texts implements Listener {
  result: string[] = [];
  #wanted: string;
  #open = 0;
  #text = '';

  constructor(wanted: string) {
    this.#wanted = wanted;
  }
  start(name: string, _attributes: readonly string[]): void {
    if (name === this.#wanted && this.#open++ === 0) this.#text = '';
  }
  end(name: string): void {
    if (name === this.#wanted && --this.#open === 0) this.result.push(this.#text);
  }
  text(text: string): void {
    if (this.#open > 0) this.#text += text;
  }
}

/** The elements with their attributes, one a line, indented. */
export function outline(data: Uint8Array, step: i32): string {
  const listener = new Outline();
  read(data, step, listener);
  return listener.result;
}

/** The text in each outermost element of the name, one a line. */
export function textsOf(data: Uint8Array, name: string, step: i32): string {
  const listener = new Texts(name);
  read(data, step, listener);
  return listener.result.join('\n');
}

/** Does the library fit the header that the binding was made from? */
export function fits(): boolean {
  return rffi.charp2str(XML_ExpatVersion()).startsWith(`expat_${XML_MAJOR_VERSION}.`);
}
