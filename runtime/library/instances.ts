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
  /** By place, with null at those of other classes and of `owned`. */
  objects: (T | null)[];
  places: Map<T, isize>;
  /** By place, those that a class of JavaScript has made: they know their places themselves. */
  owned: (WeakRef<T> | null)[];
}

export function noPlaces(): Places {
  return { free: [], last: 0 };
}

export function noInstances<T>(): Instances<T> {
  return { objects: [null], places: new Map<T, isize>(), owned: [] };
}

/** A place for an object that is about to be made. */
export function newPlace(places: Places): isize {
  return places.free.pop() ?? ++places.last;
}

export function freePlace(places: Places, place: isize): void {
  places.free.push(place);
}

/** Where JavaScript finds the object: a new place if it has not had it. */
export function placeOf<T>(all: Instances<T>, places: Places, object: T): isize {
  const known = all.places.get(object);
  if (known !== undefined) return known;
  const place = newPlace(places);
  while (isize(all.objects.length) <= place) all.objects.push(null);
  all.objects[place] = object;
  all.places.set(object, place);
  return place;
}

/** `held` keeps the object. */
export function own<T>(all: Instances<T>, place: isize, held: WeakRef<T>): void {
  while (isize(all.owned.length) <= place) all.owned.push(null);
  all.owned[place] = held;
}

export function ownedAt<T>(all: Instances<T>, place: isize): WeakRef<T> | undefined {
  if (place >= isize(all.owned.length)) return undefined;
  return all.owned[place] ?? undefined;
}

export function instanceAt<T>(all: Instances<T>, place: isize): T {
  const object = place < isize(all.objects.length) ? all.objects[place] : null;
  const found = object ?? ownedAt(all, place)?.deref();
  if (found === undefined) throw new Error(`no object is at ${place}`);
  return found;
}

/** JavaScript has the object no more, if it is one of these. */
export function dropInstance<T>(all: Instances<T>, place: isize): void {
  if (place < isize(all.owned.length)) all.owned[place] = null;
  if (place >= isize(all.objects.length)) return;
  const object = all.objects[place];
  if (object === null) return;
  all.objects[place] = null;
  all.places.delete(object);
}
