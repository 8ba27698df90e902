// The sun and four planets, as nbody.ts.
#include "programs.h"
#include <array>
#include <cmath>

namespace {

constexpr double solar_mass = 4 * 3.141592653589793 * 3.141592653589793;
constexpr double days_per_year = 365.24;

struct Vector {
  double x, y, z;

  Vector operator-(const Vector &other) const {
    return {x - other.x, y - other.y, z - other.z};
  }
  double squared() const { return x * x + y * y + z * z; }
};

struct Body {
  Vector position;
  Vector velocity;
  double mass;

  // Velocities a day and masses in suns.
  static Body make(Vector position, Vector velocity, double mass) {
    return {position,
            {velocity.x * days_per_year, velocity.y * days_per_year, velocity.z * days_per_year},
            mass * solar_mass};
  }
};

class System {
public:
  System() {
    Vector momentum{0, 0, 0};
    for (const Body &body : bodies) {
      momentum.x += body.velocity.x * body.mass;
      momentum.y += body.velocity.y * body.mass;
      momentum.z += body.velocity.z * body.mass;
    }
    bodies[0].velocity = {0 - momentum.x / solar_mass, 0 - momentum.y / solar_mass,
                          0 - momentum.z / solar_mass};
  }

  void advance(double dt) {
    for (std::size_t i = 0; i < bodies.size(); i++) {
      Body &a = bodies[i];
      for (std::size_t j = i + 1; j < bodies.size(); j++) {
        Body &b = bodies[j];
        const Vector d = a.position - b.position;
        const double squared = d.squared();
        const double magnitude = dt / (squared * std::sqrt(squared));
        a.velocity.x -= d.x * b.mass * magnitude;
        a.velocity.y -= d.y * b.mass * magnitude;
        a.velocity.z -= d.z * b.mass * magnitude;
        b.velocity.x += d.x * a.mass * magnitude;
        b.velocity.y += d.y * a.mass * magnitude;
        b.velocity.z += d.z * a.mass * magnitude;
      }
    }
    for (Body &body : bodies) {
      body.position.x += dt * body.velocity.x;
      body.position.y += dt * body.velocity.y;
      body.position.z += dt * body.velocity.z;
    }
  }

  double energy() const {
    double energy = 0;
    for (std::size_t i = 0; i < bodies.size(); i++) {
      const Body &a = bodies[i];
      energy += 0.5 * a.mass * a.velocity.squared();
      for (std::size_t j = i + 1; j < bodies.size(); j++) {
        const Body &b = bodies[j];
        energy -= a.mass * b.mass / std::sqrt((a.position - b.position).squared());
      }
    }
    return energy;
  }

private:
  std::array<Body, 5> bodies{
      Body::make({0, 0, 0}, {0, 0, 0}, 1),
      Body::make({4.8414314424647209, -1.16032004402742839, -0.103622044471123109},
                 {0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023},
                 0.000954791938424326609),
      Body::make({8.34336671824457987, 4.12479856412430479, -0.403523417114321381},
                 {-0.00276742510726862411, 0.00499852801234917238, 0.0000230417297573763929},
                 0.000285885980666130812),
      Body::make({12.894369562139131, -15.1111514016986312, -0.223307578892655734},
                 {0.00296460137564761618, 0.0023784717395948095, -0.0000296589568540237556},
                 0.0000436624404335156298),
      Body::make({15.3796971148509165, -25.9193146099879641, 0.179258772950371181},
                 {0.00268067772490389322, 0.00162824170038242295, -0.000095159225451971587},
                 0.0000515138902046611451),
  };
};

} // namespace

bool nbody(int inner_iterations) {
  System system;
  for (int i = 0; i < inner_iterations; i++) system.advance(0.01);
  const double energy = system.energy();
  if (inner_iterations == 250000) return energy == -0.1690859889909308;
  return inner_iterations == 1 && energy == -0.16907495402506745;
}
