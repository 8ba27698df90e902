// The benchmark programs in C++: the same algorithms as in test/bench/awfy/ and test/bench/objects/, written as one writes
// them in C++. addon.cpp calls them.
#pragma once

bool bounce(int inner_iterations);
bool list(int inner_iterations);
bool mandelbrot(int inner_iterations);
bool nbody(int inner_iterations);
bool permute(int inner_iterations);
bool queens(int inner_iterations);
bool richards(int inner_iterations);
bool sieve(int inner_iterations);
bool storage(int inner_iterations);
bool towers(int inner_iterations);
double binary_trees(int depth);
