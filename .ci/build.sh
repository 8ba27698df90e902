#!/usr/bin/env bash
# Compiles the TypeScript sources to dist/, and bundles the command into dist/command/, unless no source is newer than
# the last good build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stamps=node_modules/.cache/mixmod-setup
stamp=$stamps/dist
sources=()
for folder in compiler runtime modules test/harness test/fuzz; do
  [ ! -d "$folder" ] || sources+=("$folder")
done

# A fresh tree may have no sources yet; tsc would call that an error.
has_source=''
[ "${#sources[@]}" -eq 0 ] || has_source=$(find "${sources[@]}" -name '*.ts' -print -quit)
[ -n "$has_source" ] || exit 0

# A folder's own time changes when a file in it is deleted or renamed, so folders are compared too.
core=dist/runtime/core.o
if [ -f "$core" ] && [ -f dist/llvm-bindings/index.js ] && [ -f "$stamp" ]; then
  newer=$(find tsconfig.json package-lock.json .ci/build.sh .ci/rolldown.config.js "${sources[@]}" -newer "$stamp" -print -quit)
  [ -n "$newer" ] || exit 0
fi

# tsc trusts its build info even when the outputs are gone.
[ -d dist ] || rm -f node_modules/.cache/tsc/mixmod.tsbuildinfo

printf 'build: tsc -p .\n'
mkdir -p "$stamps"
touch "$stamp.started"
node node_modules/typescript/bin/tsc -p .
# Modules that no longer have a source must not be importable from dist/.
find dist -path dist/command -prune -o -name '*.js' -print | while IFS= read -r output; do
  source=${output#dist/}
  [ -f "${source%.js}.ts" ] || rm -f "$output" "$output.map"
done
# The binding of LLVM comes with the package: whoever installs it compiles nothing.
mkdir -p dist/llvm-bindings
cp compiler/llvm/binding/load.js dist/llvm-bindings/index.js
place=dist/llvm-bindings/$(node -p '`${process.platform}-${process.arch}.node`')
# Never overwritten in place: a running process may have it mapped.
cp node_modules/llvm-bindings/build/Release/llvm-bindings.node "$place.new"
mv "$place.new" "$place"
if [ -f dist/compiler/main.js ]; then
  rm -rf dist/command.new
  node_modules/.bin/rolldown -c .ci/rolldown.config.js --log-level warn >/dev/null
  chmod +x dist/command.new/main.js
  rm -rf dist/command
  mv dist/command.new dist/command
fi
# What programs with a heap are linked with: compiled by the compiler that has just been built.
if [ -f dist/compiler/build-core.js ]; then
  printf 'build: runtime/core\n'
  node dist/compiler/build-core.js
fi
# What prints the lines of a stack when C crashes.
if [ -f dist/command/main.js ]; then
  printf 'build: runtime/crash\n'
  node dist/command/main.js build --no-cache --out dist/runtime/crash runtime/crash/trace.ts
fi
# What makes objects without LLVM's tools.
if [ -f dist/command/main.js ]; then
  printf 'build: compiler/code-generator\n'
  node dist/command/main.js build --no-cache --out dist/compiler/code-generator compiler/code-generator/code-generator.ts
fi
# What the untranslated execution calls C with.
if [ -f modules/_ffi/interp_ffi.ts ] && [ -f dist/command/main.js ]; then
  printf 'build: modules/_ffi\n'
  node node_modules/typescript/bin/tsc -p modules
  for module in interp_ffi interp_frame interp_fast; do
    node dist/command/main.js build --no-cache --out dist/modules/_ffi "modules/_ffi/$module.ts"
  done
fi
# Builtin mixed modules: each folder with a manifest. And the types of `import … from 'mixmod:NAME'`.
if [ -f dist/command/main.js ]; then
  for manifest in $(grep -l "from 'mixmod'" modules/*/index.ts); do
    folder=$(dirname "$manifest")
    printf 'build: %s\n' "$folder"
    node dist/command/main.js build "$folder" --out "dist/$folder"
  done
  for module in dist/modules/*/index.d.ts; do
    name=$(basename "$(dirname "$module")")
    printf "declare module 'mixmod:%s' {\n  export * from 'mixmod/modules/%s';\n" "$name" "$name"
    ! grep -q '^export default' "$module" || printf "  export { default } from 'mixmod/modules/%s';\n" "$name"
    printf '}\n'
  done >dist/modules/builtin.d.ts
fi
mv "$stamp.started" "$stamp" # edits made during the build stay newer than the stamp
