#!/usr/bin/env bash
# Prints the path of a Chromium or Chrome for browser tests and screenshots. Where there is none and
# apt-get may be used (as root, or by sudo without a password) it installs Debian's, with fonts for
# Chinese. Otherwise it prints nothing, says so in one sentence and ends with status 1.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

# A program of the name may be a mere pointer to a shop of apps: it must tell its version.
works() { [ -x "$1" ] && "$1" --version >/dev/null 2>&1; }

find_browser() {
  local name path
  for name in "${QUDAO_CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$name" ] || continue
    path=$(command -v "$name" 2>/dev/null) || continue
    if works "$path"; then
      printf '%s\n' "$path"
      return 0
    fi
  done
  return 1
}

install_browser() {
  local how=() log
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
    how=(sudo -n)
  fi
  say "No Chromium found: installing it with apt-get, once."
  log=$(mktemp)
  # An outdated list is better than none: only the installation decides.
  ${how[@]+"${how[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 || true
  if ! ${how[@]+"${how[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
    install -y --no-install-recommends chromium fonts-noto-cjk >>"$log" 2>&1; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

if find_browser; then exit 0; fi
if install_browser && find_browser; then exit 0; fi
say "No Chromium found, and it could not be installed: install Chromium or Chrome (Debian: apt-get install chromium fonts-noto-cjk) or set QUDAO_CHROMIUM to its path."
exit 1
