'use mixmod';
// Objects of exported classes that JavaScript has: it names each by its place, a positive integer, and says when it has the object no
// more. `check` makes one `Instances` for each class without an exported base, and one `Places` for the module.
import { isize } from 'mixmod';

export interface Places {
  /** Places that were in use, and are not. */
  free: isize[];
  /** The highest place that was ever in use. */
  last: isize;
}

/** Objects of a class and of those derived from it. */
export interface Instances<T> {
  /** By place, with null at those of other classes. */
  objects: (T | null)[];
  places: Map<T, isize>;
}

export function noPlaces(): Places {
  return { free: [], last: 0 };
}

export function noInstances<T>(): Instances<T> {
  return { objects: [null], places: new Map<T, isize>() };
}

/** Where JavaScript finds the object: a new place if it has not had it. */
export function placeOf<T>(all: Instances<T>, places: Places, object: T): isize {
  const known = all.places.get(object);
  if (known !== undefined) return known;
  const place = places.free.pop() ?? ++places.last;
  while (isize(all.objects.length) <= place) all.objects.push(null);
  all.objects[place] = object;
  all.places.set(object, place);
  return place;
}

export function instanceAt<T>(all: Instances<T>, place: isize): T {
  const object = all.objects[place];
  if (object === null) throw new Error(`no object is at ${place}`);
  return object;
}

/** JavaScript has the object no more: the place is free, if the object is one of these. */
export function dropInstance<T>(all: Instances<T>, places: Places, place: isize): void {
  if (place >= isize(all.objects.length)) return;
  const object = all.objects[place];
  if (object === null) return;
  all.objects[place] = null;
  all.places.delete(object);
  places.free.push(place);
}
