'use mixmod';
// Bounce: a hundred balls in a box. Fields of objects, closures over a loop's state.
import { Random } from './som.ts';

const SIDE = 500;

class Ball {
  private x: number;
  private y: number;
  private xVelocity: number;
  private yVelocity: number;

  constructor(random: Random) {
    this.x = random.next() % SIDE;
    this.y = random.next() % SIDE;
    this.xVelocity = (random.next() % 300) - 150;
    this.yVelocity = (random.next() % 300) - 150;
  }

  /** Whether the ball met a wall. */
  bounce(): boolean {
    let bounced = false;
    this.x += this.xVelocity;
    this.y += this.yVelocity;
    if (this.x > SIDE) {
      this.x = SIDE;
      this.xVelocity = 0 - Math.abs(this.xVelocity);
      bounced = true;
    }
    if (this.x < 0) {
      this.x = 0;
      this.xVelocity = Math.abs(this.xVelocity);
      bounced = true;
    }
    if (this.y > SIDE) {
      this.y = SIDE;
      this.yVelocity = 0 - Math.abs(this.yVelocity);
      bounced = true;
    }
    if (this.y < 0) {
      this.y = 0;
      this.yVelocity = Math.abs(this.yVelocity);
      bounced = true;
    }
    return bounced;
  }
}

function bounces(): number {
  const random = new Random();
  const balls: Ball[] = [];
  for (let i = 0; i < 100; i++) balls.push(new Ball(random));
  let count = 0;
  for (let i = 0; i < 50; i++) {
    balls.forEach((ball) => {
      if (ball.bounce()) count++;
    });
  }
  return count;
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (bounces() !== 1331) return false;
  }
  return true;
}
