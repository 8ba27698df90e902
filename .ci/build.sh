#!/usr/bin/env bash
# Compiles the TypeScript sources to dist/, unless no source is newer than the last good build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stamps=node_modules/.cache/mixmod-setup
stamp=$stamps/dist
sources=()
for folder in compiler runtime modules test/harness; do
  [ ! -d "$folder" ] || sources+=("$folder")
done

# A fresh tree may have no sources yet; tsc would call that an error.
has_source=''
[ "${#sources[@]}" -eq 0 ] || has_source=$(find "${sources[@]}" -name '*.ts' -print -quit)
[ -n "$has_source" ] || exit 0

# A folder's own time changes when a file in it is deleted or renamed, so folders are compared too.
if [ -d dist ] && [ -f "$stamp" ]; then
  newer=$(find tsconfig.json package-lock.json "${sources[@]}" -newer "$stamp" -print -quit)
  [ -n "$newer" ] || exit 0
fi

# tsc trusts its build info even when the outputs are gone.
[ -d dist ] || rm -f node_modules/.cache/tsc/mixmod.tsbuildinfo

printf 'build: tsc -p .\n'
mkdir -p "$stamps"
touch "$stamp.started"
node node_modules/typescript/bin/tsc -p .
# Modules that no longer have a source must not be importable from dist/.
find dist -name '*.js' -print | while IFS= read -r output; do
  source=${output#dist/}
  [ -f "${source%.js}.ts" ] || rm -f "$output" "$output.map"
done
[ ! -f dist/compiler/main.js ] || chmod +x dist/compiler/main.js
mv "$stamp.started" "$stamp" # edits made during the build stay newer than the stamp
