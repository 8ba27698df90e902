// A binding of libcurl's easy interface by ctypes. `curl_easy_setopt` takes a variable argument whose type its option says.
import {
  byref,
  c_char_p,
  c_double,
  c_int,
  c_long,
  c_size_t,
  c_void_p,
  CDLL,
  CFUNCTYPE,
  type CFunction,
  type FunctionObject,
  find_library,
  POINTER,
  string_at,
  Structure,
} from 'mixmod/modules/ctypes';

const lib = new CDLL(find_library('curl') ?? 'libcurl.so.4');

class Slist extends Structure({ data: c_char_p, next: c_void_p }) {}
const WRITE = CFUNCTYPE(c_size_t, c_void_p, c_size_t, c_size_t, c_void_p);

const version = CFUNCTYPE(c_char_p)(['curl_version', lib]);
const init = CFUNCTYPE(c_void_p)(['curl_easy_init', lib]);
const cleanup = CFUNCTYPE(null, c_void_p)(['curl_easy_cleanup', lib]);
const perform = CFUNCTYPE(c_int, c_void_p)(['curl_easy_perform', lib]);
const strerror = CFUNCTYPE(c_char_p, c_int)(['curl_easy_strerror', lib]);
const append = CFUNCTYPE(POINTER(Slist), POINTER(Slist), c_char_p)(['curl_slist_append', lib]);
const free_all = CFUNCTYPE(null, POINTER(Slist))(['curl_slist_free_all', lib]);
/** Variadic: what is beyond the declared arguments is passed as C passes it. */
const variadic = (name: string): CFunction => {
  const made = lib.getitem(name);
  made.argtypes = [c_void_p, c_int];
  return made;
};
const setopt = variadic('curl_easy_setopt');
const getinfo = variadic('curl_easy_getinfo');

const Option = {
  URL: 10002,
  WRITEFUNCTION: 20011,
  POSTFIELDS: 10015,
  HTTPHEADER: 10023,
  CUSTOMREQUEST: 10036,
  POSTFIELDSIZE_LARGE: 30120,
  HEADERFUNCTION: 20079,
  TIMEOUT_MS: 155,
  NOSIGNAL: 99,
} as const;
const Info = { RESPONSE_CODE: 0x200002, CONTENT_TYPE: 0x100012, SIZE_DOWNLOAD: 0x300008 } as const;

export class CurlError extends Error {
  override readonly name = 'CurlError';
  readonly code: number;
  constructor(code: number) {
    super(strerror(code) ?? `error ${code}`);
    this.code = code;
  }
}

export interface Response {
  readonly status: number;
  readonly type: string | null;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Called with each piece of the body; false ends the transfer. */
  readonly progress?: (bytes: number) => boolean;
}

export const libraryVersion = (): string => (version() ?? '').split(' ')[0] ?? '';

/** Blocks until the answer is there. */
export class Session implements Disposable {
  readonly #handle: number;
  readonly #callbacks: FunctionObject[] = [];

  constructor() {
    this.#handle = init() ?? 0;
    if (this.#handle === 0) throw new CurlError(2);
    this.#set(Option.NOSIGNAL, 1);
    this.#set(Option.TIMEOUT_MS, 10_000);
  }

  #set(option: number, value: unknown): void {
    const code = setopt(this.#handle, option, value) as number;
    if (code !== 0) throw new CurlError(code);
  }

  #info(type: 'long' | 'double' | 'text', info: number): unknown {
    const out = new { long: c_long, double: c_double, text: c_char_p }[type]();
    const code = getinfo(this.#handle, info, byref(out)) as number;
    if (code !== 0) throw new CurlError(code);
    return out.value;
  }

  fetch(url: string, { method, headers = {}, body, progress }: Request = {}): Response {
    const pieces: Uint8Array[] = [];
    const lines: string[] = [];
    let size = 0;
    this.#receive(Option.WRITEFUNCTION, (bytes) => {
      pieces.push(bytes);
      size += bytes.length;
      return progress ? progress(size) : true;
    });
    this.#receive(Option.HEADERFUNCTION, (bytes) => {
      lines.push(Buffer.from(bytes).toString('latin1').trim());
      return true;
    });
    this.#set(Option.URL, url);
    if (body) {
      this.#set(Option.POSTFIELDSIZE_LARGE, BigInt(body.length));
      this.#set(Option.POSTFIELDS, body);
    }
    if (method) this.#set(Option.CUSTOMREQUEST, method);
    let list = null as ReturnType<typeof append> | null;
    for (const [name, value] of Object.entries(headers)) list = append(list, `${name}: ${value}`);
    try {
      this.#set(Option.HTTPHEADER, list);
      const code = perform(this.#handle);
      if (code !== 0) throw new CurlError(code);
      return {
        status: Number(this.#info('long', Info.RESPONSE_CODE)),
        type: this.#info('text', Info.CONTENT_TYPE) as string | null,
        headers: headersOf(lines),
        body: Buffer.concat(pieces),
      };
    } finally {
      free_all(list);
      for (const callback of this.#callbacks.splice(0)) callback.free();
    }
  }

  /** The bytes of the last answer, as libcurl has counted them. */
  get received(): number {
    return this.#info('double', Info.SIZE_DOWNLOAD) as number;
  }

  #receive(option: number, take: (bytes: Uint8Array) => boolean): void {
    const callback = WRITE((data, size, count) => {
      const length = Number(size * count);
      if (data === null || length === 0) return 0;
      return take(string_at(data, length)) ? length : 0;
    });
    this.#callbacks.push(callback);
    this.#set(option, callback);
  }

  [Symbol.dispose](): void {
    cleanup(this.#handle);
  }
}

function headersOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const pairs = lines.flatMap((line) => {
    const at = line.indexOf(': ');
    return at < 0 ? [] : [[line.slice(0, at).toLowerCase(), line.slice(at + 2)] as const];
  });
  return new Map(pairs);
}
