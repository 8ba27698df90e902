// Binary trees, made and walked, as binary-trees.ts.
#include "programs.h"
#include <algorithm>
#include <memory>

namespace {

struct Tree {
  std::unique_ptr<Tree> left, right;

  int count() const { return left && right ? 1 + left->count() + right->count() : 1; }
};

std::unique_ptr<Tree> build(int depth) {
  auto tree = std::make_unique<Tree>();
  if (depth > 0) {
    tree->left = build(depth - 1);
    tree->right = build(depth - 1);
  }
  return tree;
}

constexpr int least_depth = 4;

} // namespace

double binary_trees(int depth) {
  const int deepest = std::max(least_depth + 2, depth);
  double total = build(deepest + 1)->count();
  const auto long_lived = build(deepest);
  for (int d = least_depth; d <= deepest; d += 2) {
    const int trees = 1 << (deepest - d + least_depth);
    for (int i = 0; i < trees; i++) total += build(d)->count();
  }
  return total + long_lived->count();
}
