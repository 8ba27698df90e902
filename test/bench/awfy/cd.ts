'use mixmod';
// CD: a controller of air traffic detects collisions of aircraft. Sorted maps, many small vectors, recursion.
import { RedBlackTree, type Comparable } from './red-black-tree.ts';
import { Vector } from './som.ts';

const MIN_X = 0;
const MIN_Y = 0;
const MIN_Z = 0;
const MAX_X = 1000;
const MAX_Y = 1000;
const MAX_Z = 10;
const PROXIMITY_RADIUS = 1;
const VOXEL_SIZE = PROXIMITY_RADIUS * 2;
const FRAMES = 200;

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

class Vector2D implements Comparable<Vector2D> {
  readonly x: number;
  readonly y: number;

  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }

  plus(other: Vector2D): Vector2D {
    return new Vector2D(this.x + other.x, this.y + other.y);
  }

  minus(other: Vector2D): Vector2D {
    return new Vector2D(this.x - other.x, this.y - other.y);
  }

  compareTo(other: Vector2D): number {
    const order = compareNumbers(this.x, other.x);
    return order === 0 ? compareNumbers(this.y, other.y) : order;
  }
}

class Vector3D {
  readonly x: number;
  readonly y: number;
  readonly z: number;

  constructor(x: number, y: number, z: number) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(other: Vector3D): Vector3D {
    return new Vector3D(this.x + other.x, this.y + other.y, this.z + other.z);
  }

  minus(other: Vector3D): Vector3D {
    return new Vector3D(this.x - other.x, this.y - other.y, this.z - other.z);
  }

  times(factor: number): Vector3D {
    return new Vector3D(this.x * factor, this.y * factor, this.z * factor);
  }

  dot(other: Vector3D): number {
    return this.x * other.x + this.y * other.y + this.z * other.z;
  }

  squaredMagnitude(): number {
    return this.dot(this);
  }

  magnitude(): number {
    return Math.sqrt(this.squaredMagnitude());
  }
}

class CallSign implements Comparable<CallSign> {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  compareTo(other: CallSign): number {
    const a = this.text;
    const b = other.text;
    const length = Math.min(a.length, b.length);
    for (let i = 0; i < length; i++) {
      const order = a.charCodeAt(i) - b.charCodeAt(i);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  }
}

class Aircraft {
  readonly callSign: CallSign;
  readonly position: Vector3D;

  constructor(callSign: CallSign, position: Vector3D) {
    this.callSign = callSign;
    this.position = position;
  }
}

class Collision {
  readonly first: CallSign;
  readonly second: CallSign;
  readonly position: Vector3D;

  constructor(first: CallSign, second: CallSign, position: Vector3D) {
    this.first = first;
    this.second = second;
    this.position = position;
  }
}

/** Of one aircraft between two frames, in a straight line. */
class Motion {
  readonly callSign: CallSign;
  readonly from: Vector3D;
  readonly to: Vector3D;

  constructor(callSign: CallSign, from: Vector3D, to: Vector3D) {
    this.callSign = callSign;
    this.from = from;
    this.to = to;
  }

  delta(): Vector3D {
    return this.to.minus(this.from);
  }

  /** Where the two come closer to each other than the radius, at the same time. */
  findIntersection(other: Motion): Vector3D | null {
    const start1 = this.from;
    const start2 = other.from;
    const delta1 = this.delta();
    const delta2 = other.delta();
    // The square of their distance is a * t * t + b * t + c + radius * radius.
    const a = delta2.minus(delta1).squaredMagnitude();
    if (a === 0) {
      const isNear = start2.minus(start1).magnitude() <= PROXIMITY_RADIUS;
      return isNear ? start1.plus(start2).times(0.5) : null;
    }
    const b = 2 * start1.minus(start2).dot(delta1.minus(delta2));
    const c = -PROXIMITY_RADIUS * PROXIMITY_RADIUS + start2.minus(start1).squaredMagnitude();
    const discriminant = b * b - 4 * a * c;
    if (discriminant < 0) return null;
    const begin = (-b - Math.sqrt(discriminant)) / (2 * a);
    const end = (-b + Math.sqrt(discriminant)) / (2 * a);
    if (begin > end || !overlapsUnit(begin, end)) return null;
    const time = begin <= 0 ? 0 : begin;
    const place1 = start1.plus(delta1.times(time));
    const place2 = start2.plus(delta2.times(time));
    const place = place1.plus(place2).times(0.5);
    return isInSpace(place) ? place : null;
  }
}

/** Whether an interval contains 0 or 1 or lies between them. */
function overlapsUnit(low: number, high: number): boolean {
  return (low <= 1 && 1 <= high) || (low <= 0 && 0 <= high) || (0 <= low && high <= 1);
}

function isInSpace(place: Vector3D): boolean {
  return (
    place.x >= MIN_X &&
    place.x <= MAX_X &&
    place.y >= MIN_Y &&
    place.y <= MAX_Y &&
    place.z >= MIN_Z &&
    place.z <= MAX_Z
  );
}

const HORIZONTAL = new Vector2D(VOXEL_SIZE, 0);
const VERTICAL = new Vector2D(0, VOXEL_SIZE);

/** The corner of the square that a position is in. */
function voxelOf(position: Vector3D): Vector2D {
  const x = VOXEL_SIZE * ((position.x / VOXEL_SIZE) | 0);
  const y = VOXEL_SIZE * ((position.y / VOXEL_SIZE) | 0);
  return new Vector2D(position.x < 0 ? x - VOXEL_SIZE : x, position.y < 0 ? y - VOXEL_SIZE : y);
}

/** Whether a motion comes near the square. */
function isInVoxel(voxel: Vector2D, motion: Motion): boolean {
  if (voxel.x > MAX_X || voxel.x < MIN_X || voxel.y > MAX_Y || voxel.y < MIN_Y) return false;
  const radius = PROXIMITY_RADIUS / 2;
  const x = motion.from.x;
  const y = motion.from.y;
  const dx = motion.to.x - x;
  const dy = motion.to.y - y;
  // The times at which it enters and leaves the two strips whose common part the square is.
  const x1 = (voxel.x - radius - x) / dx;
  const x2 = (voxel.x + VOXEL_SIZE + radius - x) / dx;
  const lowX = dx < 0 ? x2 : x1;
  const highX = dx < 0 ? x1 : x2;
  const y1 = (voxel.y - radius - y) / dy;
  const y2 = (voxel.y + VOXEL_SIZE + radius - y) / dy;
  const lowY = dy < 0 ? y2 : y1;
  const highY = dy < 0 ? y1 : y2;
  const staysInX = dx === 0 && voxel.x <= x + radius && x - radius <= voxel.x + VOXEL_SIZE;
  const staysInY = dy === 0 && voxel.y <= y + radius && y - radius <= voxel.y + VOXEL_SIZE;
  return (
    (staysInX || overlapsUnit(lowX, highX)) &&
    (staysInY || overlapsUnit(lowY, highY)) &&
    (dx === 0 ||
      dy === 0 ||
      (lowY <= highX && highX <= highY) ||
      (lowY <= lowX && lowX <= highY) ||
      (lowX <= lowY && highY <= highX))
  );
}

type VoxelMap = RedBlackTree<Vector2D, Vector<Motion>>;

function putIntoMap(map: VoxelMap, voxel: Vector2D, motion: Motion): void {
  const motions = map.get(voxel);
  if (motions === null) map.put(voxel, Vector.of<Motion>(motion));
  else motions.append(motion);
}

/** Enters the motion at all squares that it comes near, beginning with this one. */
function drawFrom(
  voxel: Vector2D,
  motion: Motion,
  map: VoxelMap,
  seen: RedBlackTree<Vector2D, boolean>,
): void {
  if (!isInVoxel(voxel, motion)) return;
  if (seen.put(voxel, true) !== null) return;
  putIntoMap(map, voxel, motion);
  drawFrom(voxel.minus(HORIZONTAL), motion, map, seen);
  drawFrom(voxel.plus(HORIZONTAL), motion, map, seen);
  drawFrom(voxel.minus(VERTICAL), motion, map, seen);
  drawFrom(voxel.plus(VERTICAL), motion, map, seen);
  drawFrom(voxel.minus(HORIZONTAL).minus(VERTICAL), motion, map, seen);
  drawFrom(voxel.minus(HORIZONTAL).plus(VERTICAL), motion, map, seen);
  drawFrom(voxel.plus(HORIZONTAL).minus(VERTICAL), motion, map, seen);
  drawFrom(voxel.plus(HORIZONTAL).plus(VERTICAL), motion, map, seen);
}

/** Groups of motions near the same square: only those can collide. */
function reduceCollisionSet(motions: Vector<Motion>): Vector<Vector<Motion>> {
  const map: VoxelMap = new RedBlackTree<Vector2D, Vector<Motion>>();
  motions.forEach((motion) => {
    drawFrom(voxelOf(motion.from), motion, map, new RedBlackTree<Vector2D, boolean>());
  });
  const groups = new Vector<Vector<Motion>>();
  map.forEach((_voxel, group) => {
    if (group.size > 1) groups.append(group);
  });
  return groups;
}

class CollisionDetector {
  private readonly positions = new RedBlackTree<CallSign, Vector3D>();

  handleFrame(frame: Vector<Aircraft>): Vector<Collision> {
    const motions = this.motionsTo(frame);
    const collisions = new Vector<Collision>();
    reduceCollisionSet(motions).forEach((group) => {
      for (let i = 0; i < group.size; i++) {
        const first = group.at(i);
        for (let j = i + 1; j < group.size; j++) {
          const second = group.at(j);
          const place = first.findIntersection(second);
          if (place === null) continue;
          collisions.append(new Collision(first.callSign, second.callSign, place));
        }
      }
    });
    return collisions;
  }

  /** From the last frame. Aircraft that were not in it stand still; those that are gone are forgotten. */
  private motionsTo(frame: Vector<Aircraft>): Vector<Motion> {
    const motions = new Vector<Motion>();
    const seen = new RedBlackTree<CallSign, boolean>();
    frame.forEach((aircraft) => {
      const callSign = aircraft.callSign;
      const position = aircraft.position;
      const old = this.positions.put(callSign, position);
      seen.put(callSign, true);
      motions.append(new Motion(callSign, old === null ? position : old, position));
    });
    const gone = new Vector<CallSign>();
    this.positions.forEach((callSign) => {
      if (seen.get(callSign) === null) gone.append(callSign);
    });
    gone.forEach((callSign) => {
      this.positions.remove(callSign);
    });
    return motions;
  }
}

class Simulator {
  private readonly callSigns = new Vector<CallSign>();

  /** An even number: they fly in pairs. */
  constructor(aircraft: number) {
    for (let i = 0; i < aircraft; i++) this.callSigns.append(new CallSign(`foo${i}`));
  }

  frameAt(time: number): Vector<Aircraft> {
    const frame = new Vector<Aircraft>();
    for (let i = 0; i < this.callSigns.size; i += 2) {
      const first = new Vector3D(time, Math.cos(time) * 2 + i * 3, 10);
      const second = new Vector3D(time, Math.sin(time) * 2 + i * 3, 10);
      frame.append(new Aircraft(this.callSigns.at(i), first));
      frame.append(new Aircraft(this.callSigns.at(i + 1), second));
    }
    return frame;
  }
}

/** The collisions of so many aircraft in so many frames. */
export function collisions(aircraft: number, frames: number): number {
  const simulator = new Simulator(aircraft);
  const detector = new CollisionDetector();
  let count = 0;
  for (let i = 0; i < frames; i++) count += detector.handleFrame(simulator.frameAt(i / 10)).size;
  return count;
}

/** The inner iterations are the number of aircraft; false where no result is known. */
export function run(innerIterations: number): boolean {
  return collisions(innerIterations, FRAMES) === expectedCollisions(innerIterations);
}

function expectedCollisions(aircraft: number): number {
  if (aircraft === 1000 || aircraft === 500) return 14484;
  if (aircraft === 250) return 10830;
  if (aircraft === 200) return 8655;
  if (aircraft === 100) return 4305;
  if (aircraft === 10) return 390;
  return aircraft === 2 ? 42 : -1;
}
