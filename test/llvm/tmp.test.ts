import { it } from 'vitest';
it('x', async () => { await import('/tmp/time.ts'); });
