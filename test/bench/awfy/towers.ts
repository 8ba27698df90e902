'use mixmod';
// Towers of Hanoi with thirteen disks: linked lists, recursion, errors that never happen.

class Disk {
  readonly size: number;
  next: Disk | null = null;

  constructor(size: number) {
    this.size = size;
  }
}

class Towers {
  moves = 0;
  private readonly piles = new Array<Disk | null>(3).fill(null);

  build(pile: number, disks: number): void {
    for (let size = disks; size >= 0; size--) this.push(new Disk(size), pile);
  }

  moveDisks(disks: number, from: number, to: number): void {
    if (disks === 1) {
      this.moveTopDisk(from, to);
      return;
    }
    const other = 3 - from - to;
    this.moveDisks(disks - 1, from, other);
    this.moveTopDisk(from, to);
    this.moveDisks(disks - 1, other, to);
  }

  private moveTopDisk(from: number, to: number): void {
    this.push(this.pop(from), to);
    this.moves++;
  }

  private push(disk: Disk, pile: number): void {
    const top = this.piles[pile];
    if (top !== null && disk.size >= top.size) {
      throw new Error('a disk must not lie on a smaller one');
    }
    disk.next = top;
    this.piles[pile] = disk;
  }

  private pop(pile: number): Disk {
    const top = this.piles[pile];
    if (top === null) throw new Error('the pile is empty');
    this.piles[pile] = top.next;
    top.next = null;
    return top;
  }
}

function moves(): number {
  const towers = new Towers();
  towers.build(0, 13);
  towers.moveDisks(13, 0, 1);
  return towers.moves;
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (moves() !== 8191) return false;
  }
  return true;
}
