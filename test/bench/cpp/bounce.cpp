// Balls in a box, as bounce.ts.
#include "programs.h"
#include "random.h"
#include <cstdlib>
#include <vector>

namespace {

constexpr int side = 500;

class Ball {
public:
  // The order of the calls matters, so they are no arguments.
  explicit Ball(Random &random) {
    x = random.next() % side;
    y = random.next() % side;
    x_velocity = random.next() % 300 - 150;
    y_velocity = random.next() % 300 - 150;
  }

  bool bounce() {
    x += x_velocity;
    y += y_velocity;
    const bool in_x = reflect(x, x_velocity);
    const bool in_y = reflect(y, y_velocity);
    return in_x || in_y;
  }

private:
  static bool reflect(int &place, int &velocity) {
    if (place > side) {
      place = side;
      velocity = -std::abs(velocity);
      return true;
    }
    if (place < 0) {
      place = 0;
      velocity = std::abs(velocity);
      return true;
    }
    return false;
  }

  int x, y, x_velocity, y_velocity;
};

int bounces() {
  Random random;
  std::vector<Ball> balls;
  for (int i = 0; i < 100; i++) balls.emplace_back(random);
  int count = 0;
  for (int i = 0; i < 50; i++) {
    for (Ball &ball : balls) count += ball.bounce();
  }
  return count;
}

} // namespace

bool bounce(int inner_iterations) {
  for (int i = 0; i < inner_iterations; i++) {
    if (bounces() != 1331) return false;
  }
  return true;
}
