'use mixmod';
interface Image { width: number; pixels: Uint8Array }
export function ok(image: Image): number { return image.pixels.length + image.width; }
// error RTS2163: the parameter images of the exported function f is of type { pixels: Uint8Array; width: number }[]
export function f(images: Image[]): void {}
// error RTS2163: the result of the exported function g is of type { pixels: Uint8Array; width: number }
export function g(): Image { return { width: 1, pixels: new Uint8Array(1) }; }
