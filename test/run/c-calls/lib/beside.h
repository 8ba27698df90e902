long beside_squared(long x);
