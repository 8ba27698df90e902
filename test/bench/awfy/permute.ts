'use mixmod';
// Permute: all permutations of six items. Recursion, an array in a field.

class Permutations {
  private count = 0;
  private readonly items: number[];

  constructor(size: number) {
    this.items = new Array<number>(size).fill(0);
  }

  countAll(): number {
    this.permute(this.items.length);
    return this.count;
  }

  private permute(n: number): void {
    this.count++;
    if (n === 0) return;
    const last = n - 1;
    this.permute(last);
    for (let i = last; i >= 0; i--) {
      this.swap(last, i);
      this.permute(last);
      this.swap(last, i);
    }
  }

  private swap(i: number, j: number): void {
    const item = this.items[i];
    this.items[i] = this.items[j];
    this.items[j] = item;
  }
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (new Permutations(6).countAll() !== 8660) return false;
  }
  return true;
}
