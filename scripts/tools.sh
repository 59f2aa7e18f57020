#!/usr/bin/env bash
# Says in one sentence which program the build misses, before a compiler says it in twenty.
set -euo pipefail

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

command -v go >/dev/null || fail "Go is missing. Install Go 1.26 or newer: https://go.dev/dl/"
command -v node >/dev/null && command -v npm >/dev/null ||
  fail "Node.js with npm is missing. Install Node.js 20.19 or newer: https://nodejs.org/"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  fail "Node.js $(node --version) is too old. Install 20.19 or newer: https://nodejs.org/"
