// Eight queens, ten times, as queens.ts.
#include "programs.h"
#include <array>

namespace {

constexpr int size = 8;

class Board {
public:
  Board() {
    free_rows.fill(true);
    free_rising.fill(true);
    free_falling.fill(true);
    column_of_row.fill(-1);
  }

  bool place(int column) {
    for (int row = 0; row < size; row++) {
      if (!is_free(row, column)) continue;
      column_of_row[row] = column;
      mark(row, column, false);
      if (column == size - 1 || place(column + 1)) return true;
      mark(row, column, true);
    }
    return false;
  }

private:
  bool is_free(int row, int column) const {
    return free_rows[row] && free_rising[column + row] && free_falling[column - row + size - 1];
  }

  void mark(int row, int column, bool is_free) {
    free_rows[row] = is_free;
    free_rising[column + row] = is_free;
    free_falling[column - row + size - 1] = is_free;
  }

  std::array<bool, size> free_rows;
  std::array<bool, 2 * size> free_rising;
  std::array<bool, 2 * size> free_falling;
  std::array<int, size> column_of_row;
};

} // namespace

bool queens(int inner_iterations) {
  for (int i = 0; i < inner_iterations; i++) {
    for (int j = 0; j < 10; j++) {
      if (!Board().place(0)) return false;
    }
  }
  return true;
}
