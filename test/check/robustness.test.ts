// Arbitrary TypeScript gives reports with codes, never an exception.
import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
