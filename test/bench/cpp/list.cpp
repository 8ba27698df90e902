// Takeuchi's function on lists, as list.ts.
#include "programs.h"
#include <memory>
#include <utility>

namespace {

struct Element {
  int value;
  std::unique_ptr<Element> next;

  int length() const { return next ? 1 + next->length() : 1; }
};

std::unique_ptr<Element> make_list(int length) {
  if (length == 0) return nullptr;
  auto rest = make_list(length - 1);
  return std::make_unique<Element>(Element{length, std::move(rest)});
}

bool is_shorter(const Element *x, const Element *y) {
  while (y) {
    if (!x) return true;
    x = x->next.get();
    y = y->next.get();
  }
  return false;
}

const Element *tail(const Element *x, const Element *y, const Element *z) {
  if (!is_shorter(y, x)) return z;
  return tail(tail(x->next.get(), y, z), tail(y->next.get(), z, x), tail(z->next.get(), x, y));
}

} // namespace

bool list(int inner_iterations) {
  for (int i = 0; i < inner_iterations; i++) {
    const auto x = make_list(15), y = make_list(10), z = make_list(6);
    if (tail(x.get(), y.get(), z.get())->length() != 10) return false;
  }
  return true;
}
