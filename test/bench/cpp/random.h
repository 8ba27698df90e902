// The random numbers of som.ts.
#pragma once

class Random {
public:
  int next() {
    seed = (seed * 1309 + 13849) & 65535;
    return seed;
  }

private:
  int seed = 74755;
};
