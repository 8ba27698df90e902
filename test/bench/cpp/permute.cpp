// All permutations of six items, as permute.ts.
#include "programs.h"
#include <utility>
#include <vector>

namespace {

class Permutations {
public:
  explicit Permutations(int size) : items(size, 0) {}

  int count_all() {
    permute(static_cast<int>(items.size()));
    return count;
  }

private:
  void permute(int n) {
    count++;
    if (n == 0) return;
    const int last = n - 1;
    permute(last);
    for (int i = last; i >= 0; i--) {
      std::swap(items[last], items[i]);
      permute(last);
      std::swap(items[last], items[i]);
    }
  }

  int count = 0;
  std::vector<int> items;
};

} // namespace

bool permute(int inner_iterations) {
  for (int i = 0; i < inner_iterations; i++) {
    if (Permutations(6).count_all() != 8660) return false;
  }
  return true;
}
