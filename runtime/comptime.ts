// `comptime(() => …)` where it is run as JavaScript: when a module is built, and without a build.
export const comptime = <T>(make: () => T): T => make();
