'use mixmod';
// libpng bound with rffi: images in memory, read and written through callbacks. libpng reports an error by a function that must not
// return, and expects longjmp. So whatever can fail runs inside of a small C function, between its own setjmp and the longjmp, and gives a
// code and a message: no longjmp crosses a frame of this program.
import { f64, i32, isize, lltype, rffi } from 'mixmod';

const png = rffi.ExternalCompilationInfo({
  includes: ['png.h', 'setjmp.h', 'stdlib.h', 'string.h'],
  libraries: ['png16'],
  post_include_bits: [
    `#define MESSAGE_SIZE 256
     /* What the program's functions do: size bytes to or from data; other than 0 for failure. */
     typedef int (*transfer_function)(void *data, size_t size);
     typedef struct image {
       int width, height, depth, colour, interlace;
       int palette_count, transparent_count, text_count;
       double gamma;               /* 0: none */
       unsigned char palette[768], transparent[256];
       transfer_function transfer;
       png_text *texts;            /* written: the program's; read: libpng's */
       png_structp png;
       png_infop info;
       png_bytep rows;
       jmp_buf escape;
       char message[MESSAGE_SIZE];
     } image;`,
  ],
  separate_module_sources: [
    `static void fail(png_structp png, png_const_charp text) {
       image *im = png_get_error_ptr(png);
       strncpy(im->message, text, MESSAGE_SIZE - 1);
       longjmp(im->escape, 1);
     }
     static void ignore(png_structp png, png_const_charp text) { (void)png; (void)text; }
     static void transfer(png_structp png, png_bytep data, size_t size) {
       image *im = png_get_io_ptr(png);
       if (im->transfer(data, size) != 0) png_error(png, "the data end too early");
     }
     static void flush(png_structp png) { (void)png; }
     static png_bytepp row_pointers(image *im, png_bytepp list) {
       size_t size = png_get_rowbytes(im->png, im->info);
       for (int y = 0; y < im->height; y++) list[y] = im->rows + size * (size_t)y;
       return list;
     }

     image *image_new(void) { return calloc(1, sizeof(image)); }
     void image_free(image *im, int is_reader) {
       if (is_reader) png_destroy_read_struct(&im->png, &im->info, NULL);
       else png_destroy_write_struct(&im->png, &im->info);
       free(im);
     }
     const char *image_message(image *im) { return im->message; }

     int image_header(image *im, transfer_function f) {
       im->transfer = f;
       if (setjmp(im->escape)) return -1;
       im->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, im, fail, ignore);
       if (!im->png) return -1;
       im->info = png_create_info_struct(im->png);
       if (!im->info) return -1;
       png_set_read_fn(im->png, im, transfer);
       png_read_info(im->png, im->info);
       png_uint_32 width, height;
       png_get_IHDR(im->png, im->info, &width, &height, &im->depth, &im->colour, &im->interlace, NULL, NULL);
       im->width = (int)width;
       im->height = (int)height;
       png_get_gAMA(im->png, im->info, &im->gamma);
       png_colorp palette;
       if (png_get_PLTE(im->png, im->info, &palette, &im->palette_count))
         memcpy(im->palette, palette, 3 * (size_t)im->palette_count);
       png_bytep alpha = NULL;
       png_color_16p colour;
       if (png_get_tRNS(im->png, im->info, &alpha, &im->transparent_count, &colour) && alpha)
         memcpy(im->transparent, alpha, (size_t)im->transparent_count);
       else im->transparent_count = 0;
       return 0;
     }
     size_t image_row_size(image *im) { return png_get_rowbytes(im->png, im->info); }
     /* To 8 bits for each of red, green, blue and alpha. */
     int image_to_rgba(image *im) {
       if (setjmp(im->escape)) return -1;
       png_set_expand(im->png);
       png_set_scale_16(im->png);
       png_set_gray_to_rgb(im->png);
       png_set_add_alpha(im->png, 255, PNG_FILLER_AFTER);
       png_set_interlace_handling(im->png);
       png_read_update_info(im->png, im->info);
       return 0;
     }
     int image_read(image *im, unsigned char *rows) {
       png_bytepp volatile list = malloc(sizeof(png_bytep) * (size_t)im->height);
       if (!list) return -1;
       im->rows = rows;
       if (setjmp(im->escape)) { free(list); return -1; }
       png_read_image(im->png, row_pointers(im, list));
       png_read_end(im->png, im->info);
       png_get_text(im->png, im->info, &im->texts, &im->text_count);
       free(list);
       return 0;
     }
     const char *image_keyword(image *im, int i) { return im->texts[i].key; }
     const char *image_text(image *im, int i) { return im->texts[i].text; }

     int image_begin(image *im, transfer_function f, int level) {
       im->transfer = f;
       if (setjmp(im->escape)) return -1;
       im->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, im, fail, ignore);
       if (!im->png) return -1;
       im->info = png_create_info_struct(im->png);
       if (!im->info) return -1;
       png_set_write_fn(im->png, im, transfer, flush);
       png_set_compression_level(im->png, level);
       png_set_IHDR(im->png, im->info, (png_uint_32)im->width, (png_uint_32)im->height, im->depth, im->colour,
         im->interlace, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
       if (im->gamma > 0) png_set_gAMA(im->png, im->info, im->gamma);
       if (im->palette_count) png_set_PLTE(im->png, im->info, (png_colorp)im->palette, im->palette_count);
       if (im->transparent_count)
         png_set_tRNS(im->png, im->info, im->transparent, im->transparent_count, NULL);
       return 0;
     }
     int image_add_text(image *im, const char *key, const char *value, int is_compressed) {
       png_text text = { 0 };
       text.compression = is_compressed ? PNG_TEXT_COMPRESSION_zTXt : PNG_TEXT_COMPRESSION_NONE;
       text.key = (char *)key;
       text.text = (char *)value;
       text.text_length = strlen(value);
       if (setjmp(im->escape)) return -1;
       png_set_text(im->png, im->info, &text, 1);
       return 0;
     }
     int image_write(image *im, unsigned char *rows) {
       png_bytepp volatile list = malloc(sizeof(png_bytep) * (size_t)im->height);
       if (!list) return -1;
       im->rows = rows;
       if (setjmp(im->escape)) { free(list); return -1; }
       png_write_info(im->png, im->info);
       png_write_image(im->png, row_pointers(im, list));
       png_write_end(im->png, im->info);
       free(list);
       return 0;
     }`,
  ],
});
const info = { compilation_info: png };

/** The part of C's `image` that this program sees; the rest is C's own. */
const IMAGE = lltype.Struct(
  'Image',
  ['width', rffi.INT],
  ['height', rffi.INT],
  ['depth', rffi.INT],
  ['colour', rffi.INT],
  ['interlace', rffi.INT],
  ['palette_count', rffi.INT],
  ['transparent_count', rffi.INT],
  ['text_count', rffi.INT],
  ['gamma', rffi.DOUBLE],
  ['palette', rffi.CFixedArray(rffi.UCHAR, 768)],
  ['transparent', rffi.CFixedArray(rffi.UCHAR, 256)],
);
const I = lltype.Ptr(IMAGE);
type ImagePtr = lltype.Ptr<typeof IMAGE>;
const INT = rffi.INT;
const TEXT = rffi.CCHARP;
const TRANSFER = rffi.CCallback([rffi.VOIDP, rffi.SIZE_T], INT);

const c_new = rffi.llexternal('image_new', [], I, info);
const c_free = rffi.llexternal('image_free', [I, INT], rffi.VOID, info);
const c_message = rffi.llexternal('image_message', [I], TEXT, info);
const c_header = rffi.llexternal('image_header', [I, TRANSFER], INT, info);
const c_rowSize = rffi.llexternal('image_row_size', [I], rffi.SIZE_T, info);
const c_toRgba = rffi.llexternal('image_to_rgba', [I], INT, info);
const c_read = rffi.llexternal('image_read', [I, rffi.UCHARP], INT, info);
const c_keyword = rffi.llexternal('image_keyword', [I, INT], TEXT, info);
const c_text = rffi.llexternal('image_text', [I, INT], TEXT, info);
const c_begin = rffi.llexternal('image_begin', [I, TRANSFER, INT], INT, info);
const c_addText = rffi.llexternal('image_add_text', [I, TEXT, TEXT, INT], INT, info);
const c_write = rffi.llexternal('image_write', [I, rffi.UCHARP], INT, info);

/** The kinds of pixels. */
export const enum Colour {
  Grey = 0,
  Rgb = 2,
  Palette = 3,
  GreyAlpha = 4,
  Rgba = 6,
}

/** What libpng says of a damaged file or of an image that PNG does not have. */
export class PngError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PngError';
  }
}

/** An image as PNG has it: rows of `rowSize` bytes, pixels of less than a byte packed, those of 16 bits with the high byte first. */
export class Image {
  width: i32 = 0;
  height: i32 = 0;
  /** Bits of each channel: 1, 2, 4, 8 or 16. */
  depth: i32 = 8;
  colour: i32 = Colour.Rgb;
  isInterlaced = false;
  /** 0: not said. */
  gamma: f64 = 0;
  /** Three bytes for each colour. */
  palette: Uint8Array = new Uint8Array(0);
  /** The alpha of the first colours of the palette. */
  transparent: Uint8Array = new Uint8Array(0);
  rows: Uint8Array = new Uint8Array(0);
  /** Keyword and text in turn. */
  readonly texts: string[] = [];

  get channels(): i32 {
    switch (this.colour) {
      case Colour.Rgb:
        return 3;
      case Colour.GreyAlpha:
        return 2;
      case Colour.Rgba:
        return 4;
      default:
        return 1;
    }
  }
  get rowSize(): i32 {
    return (this.width * this.channels * this.depth + 7) >> 3;
  }
}

/** C's side of an image, for the time of one call. */
class Handle implements Disposable {
  readonly ptr: ImagePtr;
  readonly #isReader: boolean;
  constructor(isReader: boolean) {
    const ptr = c_new();
    if (ptr === null) throw new RangeError('out of memory');
    this.ptr = ptr;
    this.#isReader = isReader;
  }
  /** Throws what libpng has said where `code` tells of an error. */
  check(code: i32): void {
    if (code === 0) return;
    const message = c_message(this.ptr);
    const text = message === null ? '' : rffi.charp2str(message);
    throw new PngError(text === '' ? 'out of memory' : text);
  }
  [Symbol.dispose](): void {
    c_free(this.ptr, this.#isReader ? 1 : 0);
  }
}

/** More pixels than this are refused, so that a small file cannot ask for all memory. */
const MOST_BYTES = 1 << 30;

/** Reads a PNG file. `asRgba`: whatever it has, it becomes 8 bits for each of red, green, blue and alpha. Throws a PngError. */
export function decode(file: Uint8Array, asRgba: boolean = false): Image {
  using handle = new Handle(true);
  using source = rffi.scoped_nonmovingbuffer(file);
  let at: isize = 0;
  using transfer = rffi.scoped_callback(
    TRANSFER,
    (to, size) => {
      const count = isize(size);
      if (count > isize(file.length) - at) return 1;
      rffi.c_memcpy(to, rffi.ptradd(source.ptr, at), count);
      at += count;
      return 0;
    },
    { error: 1 },
  );
  const { ptr } = handle;
  handle.check(c_header(ptr, transfer.ptr));
  const image = new Image();
  image.width = ptr.width;
  image.height = ptr.height;
  image.depth = ptr.depth;
  image.colour = ptr.colour;
  image.isInterlaced = ptr.interlace !== 0;
  image.gamma = ptr.gamma;
  image.palette = new Uint8Array(ptr.palette_count * 3);
  for (let i: i32 = 0; i < image.palette.length; i++) image.palette[i] = ptr.palette[i];
  image.transparent = new Uint8Array(ptr.transparent_count);
  for (let i: i32 = 0; i < image.transparent.length; i++) image.transparent[i] = ptr.transparent[i];
  if (asRgba) {
    handle.check(c_toRgba(ptr));
    image.depth = 8;
    image.colour = Colour.Rgba;
  }
  const size = f64(c_rowSize(ptr)) * image.height;
  if (size > MOST_BYTES) throw new RangeError(`an image of ${size} bytes is too large`);
  image.rows = new Uint8Array(size);
  using rows = rffi.scoped_nonmovingbuffer(image.rows);
  handle.check(c_read(ptr, rffi.cast(rffi.UCHARP, rows.ptr)));
  for (let i: i32 = 0; i < ptr.text_count; i++) {
    const [key, text] = [c_keyword(ptr, i), c_text(ptr, i)];
    image.texts.push(key === null ? '' : rffi.charp2str(key));
    image.texts.push(text === null ? '' : rffi.charp2str(text));
  }
  return image;
}

/** Texts from here on are compressed. */
const LONG_TEXT = 200;

/** Writes a PNG file. `level` 0 to 9: of the compression. Throws a PngError for an image that PNG does not have. */
export function encode(image: Image, level: i32 = 6): Uint8Array {
  if (image.width < 0 || image.height < 0) throw new RangeError('a negative size');
  if (image.rows.length !== image.rowSize * image.height) {
    throw new RangeError(
      `${image.rows.length} bytes are not ${image.height} rows of ${image.rowSize}`,
    );
  }
  if (image.palette.length > 768 || image.transparent.length > 256) {
    throw new RangeError('a palette has at most 256 colours');
  }
  using handle = new Handle(false);
  const { ptr } = handle;
  ptr.width = image.width;
  ptr.height = image.height;
  ptr.depth = image.depth;
  ptr.colour = image.colour;
  ptr.interlace = image.isInterlaced ? 1 : 0;
  ptr.gamma = image.gamma;
  ptr.palette_count = i32(image.palette.length / 3);
  for (let i: i32 = 0; i < image.palette.length; i++) ptr.palette[i] = image.palette[i];
  ptr.transparent_count = i32(image.transparent.length);
  for (let i: i32 = 0; i < image.transparent.length; i++) ptr.transparent[i] = image.transparent[i];
  let out = new Uint8Array(4096);
  let length: isize = 0;
  using transfer = rffi.scoped_callback(
    TRANSFER,
    (from, size) => {
      const count = isize(size);
      if (length + count > out.length) {
        const larger = new Uint8Array(out.length + length + count);
        larger.set(out);
        out = larger;
      }
      using target = rffi.scoped_nonmovingbuffer(out);
      rffi.c_memcpy(rffi.ptradd(target.ptr, length), from, count);
      length += count;
      return 0;
    },
    { error: 1 },
  );
  handle.check(c_begin(ptr, transfer.ptr, level));
  for (let i: i32 = 0; i + 1 < image.texts.length; i += 2) {
    using key = rffi.scoped_str2charp(image.texts[i]);
    using text = rffi.scoped_str2charp(image.texts[i + 1]);
    const isLong: i32 = image.texts[i + 1].length >= LONG_TEXT ? 1 : 0;
    handle.check(c_addText(ptr, key.ptr, text.ptr, isLong));
  }
  using rows = rffi.scoped_nonmovingbuffer(image.rows);
  handle.check(c_write(ptr, rffi.cast(rffi.UCHARP, rows.ptr)));
  return out.slice(0, length);
}
