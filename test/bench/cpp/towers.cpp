// Towers of Hanoi, as towers.ts.
#include "programs.h"
#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

namespace {

struct Disk {
  int size;
  std::unique_ptr<Disk> next;
};

class Towers {
public:
  int moves = 0;

  void build(int pile, int disks) {
    for (int size = disks; size >= 0; size--) {
      push(std::make_unique<Disk>(Disk{size, nullptr}), pile);
    }
  }

  void move_disks(int disks, int from, int to) {
    if (disks == 1) {
      move_top_disk(from, to);
      return;
    }
    const int other = 3 - from - to;
    move_disks(disks - 1, from, other);
    move_top_disk(from, to);
    move_disks(disks - 1, other, to);
  }

private:
  void move_top_disk(int from, int to) {
    push(pop(from), to);
    moves++;
  }

  void push(std::unique_ptr<Disk> disk, int pile) {
    auto &top = piles[pile];
    if (top && disk->size >= top->size) {
      throw std::logic_error("a disk must not lie on a smaller one");
    }
    disk->next = std::move(top);
    top = std::move(disk);
  }

  std::unique_ptr<Disk> pop(int pile) {
    auto top = std::move(piles[pile]);
    if (!top) throw std::logic_error("the pile is empty");
    piles[pile] = std::move(top->next);
    return top;
  }

  std::array<std::unique_ptr<Disk>, 3> piles;
};

} // namespace

bool towers(int inner_iterations) {
  for (int i = 0; i < inner_iterations; i++) {
    Towers towers;
    towers.build(0, 13);
    towers.move_disks(13, 0, 1);
    if (towers.moves != 8191) return false;
  }
  return true;
}
