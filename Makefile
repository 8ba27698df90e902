# Every target can be run in a fresh clone: what needs the toolchain runs `setup` first, which does
# nothing when all is there.
.DEFAULT_GOAL := help
.PHONY: help setup build test check format demo fuzz test-hosts test-targets test-valgrind bench bench-boundary bench-build bench-calls bench-ffi bench-floor bench-large bench-modules bench-space clean
NODE_BIN := node_modules/.bin

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install what is missing (system packages, npm packages, LLVM binding), build dist/
	@.ci/setup.sh

build: setup ## compile the TypeScript sources to dist/

test: setup ## run the whole test suite; the last line is "N passed, N failed"
	@$(NODE_BIN)/vitest run

check: setup ## formatting, lint, types and architecture rules, as CI runs them
	@$(NODE_BIN)/prettier --check --log-level=warn .
	@$(NODE_BIN)/oxlint
	@$(NODE_BIN)/tsc -p . --noEmit
	@$(NODE_BIN)/tsc -p test
	@$(NODE_BIN)/vitest run test/architecture

format: setup ## rewrite the sources in the one format
	@$(NODE_BIN)/prettier --write --log-level=warn .

demo: setup ## build the examples, check their results on real data, show their speed
	@node dist/test/harness/demo.js

test-hosts: setup ## run the same built modules in Node 20 to 26, Bun and Deno; ONLY='boundary' chooses programs
	@node dist/test/harness/hosts.js $(ONLY)

test-targets: setup ## run the programs of test/run for other platforms: in Node for arm64 by QEMU, in Bun under musl; ONLY='linux-arm64 strings/' chooses targets and programs
	@node dist/test/harness/targets.js $(ONLY)

test-valgrind: setup ## run the compiled programs of test/run under valgrind, which must be installed; ONLY as above
	@node dist/test/harness/valgrind.js $(ONLY)

fuzz: setup ## run generated programs in all executions; FUZZ_RUNS=1000 of the seed FUZZ_SEED
	@node dist/test/fuzz/main.js

bench: setup ## measure compiled programs against V8 and C; ONLY='sieve list' chooses rows
	@node dist/test/harness/bench.js $(ONLY)

bench-calls: setup ## count the instructions of calls of C functions, against C; needs valgrind
	@node dist/test/harness/bench-calls.js

bench-ffi: setup ## measure calls of C by _ffi, koffi, Node-API, node:ffi, Bun and Deno; ONLY='strlen' chooses rows
	@node dist/test/harness/ffi-bench.js $(ONLY)

bench-floor: setup ## measure what V8's own calls of C take, beside ctypes and PyPy's cffi; ONLY='ints' chooses rows
	@node dist/test/harness/ffi-floor.js $(ONLY)

bench-modules: setup ## measure builtin mixed modules against what people use; installs those, ONLY='random' chooses modules
	@node dist/test/harness/modules-bench.js $(ONLY)

bench-boundary: setup ## measure calls of exports against C with Node-API, node-addon-api and JavaScript; ONLY='i32 callback' chooses rows, HOSTS='20 24' versions of Node
	@node dist/test/harness/boundary-bench.js $(ONLY)

bench-build: setup ## measure builds of a small module by mixmod, node-gyp, cmake-js, AssemblyScript, cargo and Cython, cold and after an edit; ONLY='mixmod cargo' chooses tools, RUNS=9
	@node dist/test/harness/build-bench.js $(ONLY)

bench-large: setup ## measure builds of generated programs of 10,000 to 100,000 lines; ONLY='10000' chooses sizes
	@node dist/test/harness/large-bench.js $(ONLY)

bench-space: setup ## measure operations on live values against C with Node-API
	@node dist/test/harness/space-bench.js

clean: ## remove what builds made; keeps node_modules and the built LLVM binding
	@rm -rf dist build coverage .mixmod-cache node_modules/.cache/tsc node_modules/.cache/mixmod-setup/dist
