// A tree of arrays, made and thrown away, as storage.ts.
#include "programs.h"
#include "random.h"
#include <memory>
#include <vector>

namespace {

struct Tree {
  explicit Tree(int size) : children(size) {}

  std::vector<std::unique_ptr<Tree>> children;
};

struct Builder {
  int count = 0;
  Random random;

  std::unique_ptr<Tree> build(int depth) {
    count++;
    if (depth == 1) return std::make_unique<Tree>(random.next() % 10 + 1);
    auto tree = std::make_unique<Tree>(4);
    for (auto &child : tree->children) child = build(depth - 1);
    return tree;
  }
};

} // namespace

bool storage(int inner_iterations) {
  for (int i = 0; i < inner_iterations; i++) {
    Builder builder;
    builder.build(7);
    if (builder.count != 5461) return false;
  }
  return true;
}
