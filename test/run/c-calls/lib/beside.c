#include "beside.h"

long beside_squared(long x) { return x * x; }
