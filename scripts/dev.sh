#!/usr/bin/env bash
# Runs the server and both Vite servers, and builds and starts the server again when a Go or SQL file
# changes. A build that fails leaves the running server as it is. Ctrl-C ends all of it.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p bin
stamp=bin/.dev
pages=()
server=

stop_server() {
  if [ -z "$server" ]; then return; fi
  kill -TERM "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}
stop_all() {
  trap - EXIT INT TERM
  stop_server
  for page in ${pages[@]+"${pages[@]}"}; do kill -TERM "$page" 2>/dev/null || true; done
  wait
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

build() {
  touch "$stamp" # before the build: a change during it counts as one after it
  go build ${GO_BUILD_FLAGS:-} -o bin/qudao ./cmd/qudao
}
start_server() {
  bin/qudao serve --demo &
  server=$!
}
changed() {
  [ -n "$(find cmd internal migrations go.mod -type f \( -name '*.go' -o -name '*.sql' -o -name go.mod \) -newer "$stamp" -print -quit)" ]
}

build
start_server
for app in portal office; do
  (cd "web/$app" && exec ../node_modules/.bin/vite) &
  pages+=($!)
done
while sleep 1; do
  if ! changed; then continue; fi
  echo "Sources changed: building again." >&2
  if build; then
    stop_server
    start_server
  fi
done
