#!/usr/bin/env bash
# Makes the generated files again and fails when one differs from what lies in the tree, so that a
# change of the API cannot be committed without them. The new files stay, ready to be committed.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly generated=(api/openapi.json web/shared/src/api/schema.d.ts)
before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
for file in "${generated[@]}"; do
  mkdir -p "$before/$(dirname "$file")"
  if [ -e "$file" ]; then cp "$file" "$before/$file"; fi
done

"${MAKE:-make}" --no-print-directory openapi

stale=()
for file in "${generated[@]}"; do
  cmp -s "$before/$file" "$file" || stale+=("$file")
done
if [ ${#stale[@]} -gt 0 ]; then
  printf 'Not fresh, made again now, commit it: %s\n' "${stale[@]}" >&2
  exit 1
fi
