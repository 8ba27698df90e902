// SDL without a screen: draws by its software renderer, and looks at the pixels; events, timers, streams, logging.
import {
  ARRAY,
  byref,
  c_int,
  c_uint32,
  c_uint8,
  cast,
  POINTER,
  sizeof,
  string_at,
} from 'mixmod/modules/ctypes';
import * as sdl from './sdl.ts';

const { check, Color, Event, EVENT, INIT, Point, Rect, Surface, Vertex } = sdl;
// Where there is no screen and no loudspeaker.
check(sdl.SetHint('SDL_VIDEODRIVER', 'dummy'));
check(sdl.SetHint('SDL_AUDIODRIVER', 'dummy'));

const version = new sdl.Version();
sdl.GetVersion(version);
console.log('SDL', version.major, [sizeof(Event), sizeof(Surface), sizeof(Vertex), sizeof(Color)]);
check(sdl.Init(INIT.VIDEO | INIT.AUDIO | INIT.TIMER));
console.log(
  sdl.GetCurrentVideoDriver(),
  sdl.GetCurrentAudioDriver(),
  sdl.WasInit(INIT.VIDEO) !== 0,
);

// A window.
const window = check(sdl.CreateWindow('Grüezi', 0, 0, 320, 240, sdl.WINDOW_HIDDEN));
const [width, height] = [new c_int(), new c_int()];
sdl.GetWindowSize(window, byref(width), byref(height));
sdl.SetWindowTitle(window, `${sdl.GetWindowTitle(window)}, world`);
console.log(sdl.GetWindowTitle(window), width.value, height.value, sdl.GetWindowID(window));

// Drawing on a surface.
const canvas = check(sdl.CreateRGBSurfaceWithFormat(0, 64, 48, 32, sdl.PIXELFORMAT_ARGB8888));
const { w, h, pitch, format } = canvas.contents;
console.log(sdl.GetPixelFormatName(sdl.PIXELFORMAT_ARGB8888), w, h, pitch);
const renderer = check(sdl.CreateSoftwareRenderer(canvas));
const draw = (r: number, g: number, b: number, a = 255): number =>
  check(sdl.SetRenderDrawColor(renderer, r, g, b, a));
draw(10, 20, 30);
check(sdl.RenderClear(renderer));
draw(255, 0, 0);
check(sdl.RenderFillRect(renderer, new Rect(2, 2, 20, 10)));
draw(0, 255, 0);
const squares = new (ARRAY(Rect, 3))(...[0, 1, 2].map((i) => new Rect(4 + 9 * i, 20, 6, 6)));
check(sdl.RenderFillRects(renderer, squares, 3));
draw(255, 255, 0);
check(sdl.RenderDrawLine(renderer, 0, 47, 63, 0));
check(sdl.RenderDrawRect(renderer, new Rect(40, 30, 12, 8)));
const points = new (ARRAY(Point, 16))(
  ...Array.from({ length: 16 }, (_, i) => new Point(3 * i, 45)),
);
check(sdl.RenderDrawPoints(renderer, points, 16));
check(sdl.SetRenderDrawBlendMode(renderer, sdl.BLENDMODE_BLEND));
draw(255, 255, 255, 128);
check(sdl.RenderFillRect(renderer, new Rect(10, 5, 10, 20)));

// A texture of another surface.
const stamp = check(sdl.CreateRGBSurfaceWithFormat(0, 8, 8, 32, sdl.PIXELFORMAT_ARGB8888));
check(sdl.FillRect(stamp, null, sdl.MapRGB(stamp.contents.format, 0, 0, 255)));
check(sdl.FillRect(stamp, new Rect(2, 2, 4, 4), sdl.MapRGB(stamp.contents.format, 255, 0, 255)));
const texture = check(sdl.CreateTextureFromSurface(renderer, stamp));
const [tw, th] = [new c_int(), new c_int()];
check(sdl.QueryTexture(texture, null, null, byref(tw), byref(th)));
check(sdl.RenderCopy(renderer, texture, null, new Rect(50, 4, 8, 8)));
sdl.RenderPresent(renderer);
console.log('texture', tw.value, th.value);

// The pixels, by SDL and in the surface's own memory.
const pixels = new Uint32Array(w * h);
check(sdl.RenderReadPixels(renderer, null, sdl.PIXELFORMAT_ARGB8888, pixels, 4 * w));
const hex = (x: number, y: number): string => (pixels[y * w + x] ?? 0).toString(16);
console.log(
  [hex(1, 1), hex(3, 3), hex(5, 21), hex(63, 0), hex(12, 8), hex(51, 5), hex(53, 7)].join(' '),
);
check(sdl.LockSurface(canvas));
const memory = cast(canvas.contents.pixels, POINTER(c_uint32));
const isSame = pixels.every((pixel, index) => memory.get(index) === pixel);
sdl.UnlockSurface(canvas);
const [r, g, b] = [new c_uint8(), new c_uint8(), new c_uint8()];
sdl.GetRGB(memory.get(3 * w + 3), format, byref(r), byref(g), byref(b));
console.log('the same in memory:', isSame, [r.value, g.value, b.value]);
console.log('crc', sdl.crc32(0, pixels, pixels.byteLength).toString(16));

// Another format, and a stream in memory.
const small = check(sdl.ConvertSurfaceFormat(canvas, sdl.PIXELFORMAT_RGB565, 0));
console.log(sdl.GetPixelFormatName(sdl.PIXELFORMAT_RGB565), small.contents.pitch);
const file = Buffer.alloc(64 * 1024);
const stream = check(sdl.RWFromMem(file, file.length));
check(sdl.SaveBMP_RW(canvas, stream, 0));
console.log(file.toString('latin1', 0, 2), file.readUInt32LE(2) === Number(sdl.RWtell(stream)));
sdl.RWclose(stream);
const again = check(sdl.LoadBMP_RW(check(sdl.RWFromMem(file, file.length)), 1));
check(sdl.UpperBlit(again, new Rect(2, 2, 4, 4), canvas, new Rect(30, 40, 0, 0)));
console.log('copied', memory.get(40 * w + 30).toString(16));

// Rectangles.
const both = new Rect();
const [one, two] = [new Rect(0, 0, 10, 10), new Rect(5, 5, 10, 10)];
const text = (rect: InstanceType<typeof Rect>): string => [rect.x, rect.y, rect.w, rect.h].join();
console.log(sdl.IntersectRect(one, two, both), text(both));
sdl.UnionRect(one, two, both);
console.log(text(both), sdl.EnclosePoints(points, 16, null, both), text(both));

// Events: a union, and a filter that JavaScript is.
const kept: string[] = [];
const filter = sdl.EventFilter((_, event) => {
  const { type, motion } = event.contents;
  kept.push(type.toString(16));
  return type === EVENT.MOUSEMOTION && motion.x < 0 ? 0 : 1;
});
sdl.PumpEvents();
sdl.FlushEvents(0, 0xffff);
sdl.SetEventFilter(filter, null);
const own = sdl.RegisterEvents(1);
const event = new Event();
for (const x of [-5, 7]) {
  Object.assign(event.motion, { type: EVENT.MOUSEMOTION, x, y: 2 });
  console.log('motion', x, sdl.PushEvent(event));
}
event.key = { type: EVENT.KEYDOWN, state: 1, keysym: { sym: 97, mod: 1 } } as never;
sdl.PushEvent(event);
Object.assign(event.user, { type: own, code: 42 });
sdl.PushEvent(event);
for (const got = new Event(); sdl.PollEvent(got) === 1;) {
  if (got.type === EVENT.MOUSEMOTION) console.log('motion at', got.motion.x, got.motion.y);
  else if (got.type === EVENT.KEYDOWN)
    console.log('key', sdl.GetKeyName(got.key.keysym.sym), got.key.keysym.mod);
  else if (got.type === own) console.log('own event', got.user.code);
}
console.log('filtered', kept.filter((type) => type === '400').length, sdl.GetScancodeFromName('A'));
sdl.SetEventFilter(null, null);

// A timer: SDL calls on a thread of its own, and JavaScript runs while a call waits.
let ticks = 0;
const timer = sdl.TimerCallback((interval) => {
  ticks++;
  return ticks === 5 ? 0 : interval;
});
const before = sdl.GetTicks64();
const id = check(sdl.AddTimer(2, timer, null));
for (let round = 0; ticks < 5 && round < 500; round++) sdl.Delay(10);
sdl.RemoveTimer(id);
console.log('ticks', ticks, sdl.GetTicks64() > before);

// Logging, sorting, numbers, the clipboard, errors.
const lines: string[] = [];
const output = sdl.LogOutputFunction((_data, _category, priority, message) => {
  lines.push(`${priority} ${message}`);
});
sdl.LogSetOutputFunction(output, null);
sdl.LogSetAllPriority(3);
sdl.Log('%d of %s', 3, 'five');
console.log(lines.join());
const numbers = Int32Array.of(5, 3, 9, -1);
sdl.qsort(
  numbers,
  4,
  4,
  sdl.Compare((a, b) => a.get(0) - b.get(0)),
);
console.log([...numbers].join(), sdl.sqrt(2) === Math.SQRT2, sdl.GetCPUCount() > 0);
check(sdl.SetClipboardText('€ and more'));
const clip = check(sdl.GetClipboardText());
console.log(sdl.HasClipboardText(), clip === null ? '' : string_at(clip));
sdl.free(clip);
try {
  check(sdl.CreateRGBSurfaceWithFormat(0, 8, 8, 32, 1).isNull ? null : 0);
} catch (error) {
  console.log(String(error));
}

sdl.DestroyTexture(texture);
sdl.DestroyRenderer(renderer);
for (const surface of [stamp, small, again, canvas]) sdl.FreeSurface(surface);
sdl.DestroyWindow(window);
sdl.Quit();
for (const callback of [filter, timer, output]) callback.free();
