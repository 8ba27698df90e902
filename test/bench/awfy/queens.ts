'use mixmod';
// Queens: eight of them on a board, ten times. Recursion, arrays of booleans.

const SIZE = 8;

class Board {
  private readonly freeRows = new Array<boolean>(SIZE).fill(true);
  private readonly freeRising = new Array<boolean>(2 * SIZE).fill(true);
  private readonly freeFalling = new Array<boolean>(2 * SIZE).fill(true);
  private readonly columnOfRow = new Array<number>(SIZE).fill(-1);

  /** Places queens in this column and all to the right of it, if that can be done. */
  place(column: number): boolean {
    for (let row = 0; row < SIZE; row++) {
      if (!this.isFree(row, column)) continue;
      this.columnOfRow[row] = column;
      this.mark(row, column, false);
      if (column === SIZE - 1 || this.place(column + 1)) return true;
      this.mark(row, column, true);
    }
    return false;
  }

  private isFree(row: number, column: number): boolean {
    return (
      this.freeRows[row] &&
      this.freeRising[column + row] &&
      this.freeFalling[column - row + SIZE - 1]
    );
  }

  private mark(row: number, column: number, free: boolean): void {
    this.freeRows[row] = free;
    this.freeRising[column + row] = free;
    this.freeFalling[column - row + SIZE - 1] = free;
  }
}

function solveTenTimes(): boolean {
  let solved = true;
  for (let i = 0; i < 10; i++) solved = solved && new Board().place(0);
  return solved;
}

export function run(innerIterations: number): boolean {
  for (let i = 0; i < innerIterations; i++) {
    if (!solveTenTimes()) return false;
  }
  return true;
}
