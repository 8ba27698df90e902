// TypeScript's server looks for the plugin `mixmod/typescript-plugin` here: it knows no `exports` of packages.
// oxlint-disable-next-line no-require-imports -- that server is CommonJS
module.exports = require('../dist/command/typescript-plugin.cjs').init;
