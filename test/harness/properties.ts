// fast-check with one seed: the default run tests the same values everywhere. FC_SEED=N tests others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 2026) });

export { fc };
