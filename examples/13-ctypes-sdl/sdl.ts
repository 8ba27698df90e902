// A part of SDL 2 by ctypes: video, drawing, surfaces, events, timers, audio, memory streams, logging.
import {
  c_char_p,
  c_double,
  c_float,
  c_int,
  c_int32,
  c_size_t,
  c_uint16,
  c_uint32,
  c_uint64,
  c_uint8,
  c_void_p,
  ARRAY,
  CDLL,
  CFUNCTYPE,
  type CType,
  find_library,
  POINTER,
  Structure,
  Union,
} from 'mixmod/modules/ctypes';

const NAME = find_library('SDL2-2.0') ?? find_library('SDL2') ?? 'libSDL2-2.0.so.0';
const lib = new CDLL(NAME);
const c = <R extends CType | null, const A extends readonly CType[]>(
  name: string,
  restype: R,
  ...argtypes: A
) => CFUNCTYPE(restype, ...argtypes)([`SDL_${name}`, lib]);

// Structures.
export class Version extends Structure({ major: c_uint8, minor: c_uint8, patch: c_uint8 }) {}
export class Point extends Structure({ x: c_int, y: c_int }) {}
export class FPoint extends Structure({ x: c_float, y: c_float }) {}
export class Rect extends Structure({ x: c_int, y: c_int, w: c_int, h: c_int }) {}
export class Color extends Structure({ r: c_uint8, g: c_uint8, b: c_uint8, a: c_uint8 }) {}
export class Surface extends Structure({
  flags: c_uint32,
  format: c_void_p,
  w: c_int,
  h: c_int,
  pitch: c_int,
  pixels: c_void_p,
  userdata: c_void_p,
  locked: c_int,
  list_blitmap: c_void_p,
  clip_rect: Rect,
  map: c_void_p,
  refcount: c_int,
}) {}
export class Vertex extends Structure({ position: FPoint, color: Color, tex_coord: FPoint }) {}

// Events: a union of structures that begin alike.
const COMMON = { type: c_uint32, timestamp: c_uint32 };
class Keysym extends Structure({
  scancode: c_int,
  sym: c_int32,
  mod: c_uint16,
  unused: c_uint32,
}) {}
class KeyboardEvent extends Structure({
  ...COMMON,
  windowID: c_uint32,
  state: c_uint8,
  repeat: c_uint8,
  padding2: c_uint8,
  padding3: c_uint8,
  keysym: Keysym,
}) {}
class MouseMotionEvent extends Structure({
  ...COMMON,
  windowID: c_uint32,
  which: c_uint32,
  state: c_uint32,
  x: c_int32,
  y: c_int32,
  xrel: c_int32,
  yrel: c_int32,
}) {}
class UserEvent extends Structure({
  ...COMMON,
  windowID: c_uint32,
  code: c_int32,
  data1: c_void_p,
  data2: c_void_p,
}) {}
export class Event extends Union({
  type: c_uint32,
  key: KeyboardEvent,
  motion: MouseMotionEvent,
  user: UserEvent,
  padding: ARRAY(c_uint8, 56),
}) {}

// Callbacks.
export const EventFilter = CFUNCTYPE(c_int, c_void_p, POINTER(Event));
export const TimerCallback = CFUNCTYPE(c_uint32, c_uint32, c_void_p);
export const LogOutputFunction = CFUNCTYPE(null, c_void_p, c_int, c_int, c_char_p);
export const Compare = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int));

export const INIT = { TIMER: 0x1, AUDIO: 0x10, VIDEO: 0x20, EVENTS: 0x4000 } as const;
export const EVENT = { KEYDOWN: 0x300, MOUSEMOTION: 0x400, USER: 0x8000 } as const;
export const PIXELFORMAT_ARGB8888 = 0x16362004;
export const PIXELFORMAT_RGB565 = 0x15151002;
export const WINDOW_HIDDEN = 0x8;
export const RENDERER_SOFTWARE = 0x1;
export const BLENDMODE_BLEND = 1;

// A surface, a stream and what else is opaque are addresses.
const P = c_void_p;
const SURFACE = POINTER(Surface);
const RECT = POINTER(Rect);

export const GetVersion = c('GetVersion', null, POINTER(Version));
export const Init = c('Init', c_int, c_uint32);
export const WasInit = c('WasInit', c_uint32, c_uint32);
export const Quit = c('Quit', null);
export const GetError = c('GetError', c_char_p);
export const ClearError = c('ClearError', null);
export const SetHint = c('SetHint', c_int, c_char_p, c_char_p);
export const GetHint = c('GetHint', c_char_p, c_char_p);
export const GetCurrentVideoDriver = c('GetCurrentVideoDriver', c_char_p);
export const GetCurrentAudioDriver = c('GetCurrentAudioDriver', c_char_p);
export const CreateWindow = c('CreateWindow', P, c_char_p, c_int, c_int, c_int, c_int, c_uint32);
export const DestroyWindow = c('DestroyWindow', null, P);
export const GetWindowTitle = c('GetWindowTitle', c_char_p, P);
export const SetWindowTitle = c('SetWindowTitle', null, P, c_char_p);
export const GetWindowSize = c('GetWindowSize', null, P, POINTER(c_int), POINTER(c_int));
export const GetWindowID = c('GetWindowID', c_uint32, P);
export const CreateSoftwareRenderer = c('CreateSoftwareRenderer', P, SURFACE);
export const DestroyRenderer = c('DestroyRenderer', null, P);
export const SetRenderDrawColor = c(
  'SetRenderDrawColor',
  c_int,
  P,
  c_uint8,
  c_uint8,
  c_uint8,
  c_uint8,
);
export const SetRenderDrawBlendMode = c('SetRenderDrawBlendMode', c_int, P, c_int);
export const RenderClear = c('RenderClear', c_int, P);
export const RenderFillRect = c('RenderFillRect', c_int, P, RECT);
export const RenderFillRects = c('RenderFillRects', c_int, P, RECT, c_int);
export const RenderDrawRect = c('RenderDrawRect', c_int, P, RECT);
export const RenderDrawLine = c('RenderDrawLine', c_int, P, c_int, c_int, c_int, c_int);
export const RenderDrawPoints = c('RenderDrawPoints', c_int, P, POINTER(Point), c_int);
export const RenderReadPixels = c('RenderReadPixels', c_int, P, RECT, c_uint32, P, c_int);
export const RenderPresent = c('RenderPresent', null, P);
export const CreateTextureFromSurface = c('CreateTextureFromSurface', P, P, SURFACE);
export const QueryTexture = c(
  'QueryTexture',
  c_int,
  P,
  POINTER(c_uint32),
  POINTER(c_int),
  POINTER(c_int),
  POINTER(c_int),
);
export const RenderCopy = c('RenderCopy', c_int, P, P, RECT, RECT);
export const DestroyTexture = c('DestroyTexture', null, P);
export const CreateRGBSurfaceWithFormat = c(
  'CreateRGBSurfaceWithFormat',
  SURFACE,
  c_uint32,
  c_int,
  c_int,
  c_int,
  c_uint32,
);
export const FreeSurface = c('FreeSurface', null, SURFACE);
export const FillRect = c('FillRect', c_int, SURFACE, RECT, c_uint32);
export const ConvertSurfaceFormat = c('ConvertSurfaceFormat', SURFACE, SURFACE, c_uint32, c_uint32);
export const UpperBlit = c('UpperBlit', c_int, SURFACE, RECT, SURFACE, RECT);
export const LockSurface = c('LockSurface', c_int, SURFACE);
export const UnlockSurface = c('UnlockSurface', null, SURFACE);
export const MapRGB = c('MapRGB', c_uint32, P, c_uint8, c_uint8, c_uint8);
export const GetRGB = c(
  'GetRGB',
  null,
  c_uint32,
  P,
  POINTER(c_uint8),
  POINTER(c_uint8),
  POINTER(c_uint8),
);
export const GetPixelFormatName = c('GetPixelFormatName', c_char_p, c_uint32);
export const IntersectRect = c('IntersectRect', c_int, RECT, RECT, RECT);
export const UnionRect = c('UnionRect', null, RECT, RECT, RECT);
export const EnclosePoints = c('EnclosePoints', c_int, POINTER(Point), c_int, RECT, RECT);
export const PushEvent = c('PushEvent', c_int, POINTER(Event));
export const PollEvent = c('PollEvent', c_int, POINTER(Event));
export const PumpEvents = c('PumpEvents', null);
export const FlushEvents = c('FlushEvents', null, c_uint32, c_uint32);
export const RegisterEvents = c('RegisterEvents', c_uint32, c_int);
export const SetEventFilter = c('SetEventFilter', null, EventFilter, P);
export const GetKeyName = c('GetKeyName', c_char_p, c_int32);
export const GetScancodeFromName = c('GetScancodeFromName', c_int, c_char_p);
export const AddTimer = c('AddTimer', c_int, c_uint32, TimerCallback, P);
export const RemoveTimer = c('RemoveTimer', c_int, c_int);
export const GetTicks64 = c('GetTicks64', c_uint64);
export const RWFromMem = c('RWFromMem', P, P, c_int);
export const SaveBMP_RW = c('SaveBMP_RW', c_int, SURFACE, P, c_int);
export const LoadBMP_RW = c('LoadBMP_RW', SURFACE, P, c_int);
export const RWtell = c('RWtell', c_uint64, P);
export const RWclose = c('RWclose', c_int, P);
export const LogSetOutputFunction = c('LogSetOutputFunction', null, LogOutputFunction, P);
export const LogSetAllPriority = c('LogSetAllPriority', null, c_int);
/** As printf: what is beyond the format is passed as C passes it. */
export const Log = lib.getitem('SDL_Log');
Log.argtypes = [c_char_p];
Log.restype = null;
export const qsort = c('qsort', null, P, c_size_t, c_size_t, Compare);
export const crc32 = c('crc32', c_uint32, c_uint32, P, c_size_t);
export const sqrt = c('sqrt', c_double, c_double);
export const SetClipboardText = c('SetClipboardText', c_int, c_char_p);
export const GetClipboardText = c('GetClipboardText', P);
export const HasClipboardText = c('HasClipboardText', c_int);
export const free = c('free', null, P);
export const GetCPUCount = c('GetCPUCount', c_int);

/** Calls that wait, while timers run on SDL's own threads. */
export const Delay = CFUNCTYPE(null, c_uint32, { releasegil: true })(['SDL_Delay', lib]);

export class SdlError extends Error {
  override readonly name = 'SdlError';
}

/** Of functions that give 0, or a pointer; throws SDL's own words. */
export function check<T>(result: T): T {
  const isWrong = result === null || (typeof result === 'number' && result < 0);
  if (isWrong) throw new SdlError(GetError() ?? 'unknown');
  return result;
}
