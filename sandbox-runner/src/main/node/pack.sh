#!/bin/sh
# Fetches the libraries of the node environment, as package-lock.json names them, and packs them into one tar. Its bytes
# depend on nothing else, because the tag of the image is a hash of them. Does nothing when that has been done already.
#
#   pack.sh WORK TAR   a folder to work in, and the file to write
set -eu
export LC_ALL=C

work=$1 tar=$2
here=$(cd "$(dirname "$0")" && pwd)

fail() {
  printf '%s\n' "The libraries of the node environment are missing: $*" >&2
  exit 1
}

for tool in node npm; do
  command -v "$tool" >/dev/null ||
    fail "there is no $tool to fetch them with. Run ./assay judge or ./assay up, which install it, or install Node.js 20 or later."
done

hash=$(cat "$here/package.json" "$here/package-lock.json" "$here/pack.sh" | sha256sum)
if [ -f "$tar" ] && [ "$(cat "$work/packed" 2>/dev/null)" = "$hash" ]; then
  exit 0
fi

rm -rf "$work"
mkdir -p "$work" "$(dirname "$tar")"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$work"
if ! (cd "$work" && npm ci --omit=dev --no-audit --no-fund --prefer-offline) >"$work/npm.log" 2>&1 </dev/null; then
  tail -n 20 "$work/npm.log" >&2
  fail "npm ci failed in $work. Check that this machine reaches its npm registry, and run the build again."
fi

# What no program loads: types, source maps, texts other than licences, tests.
cd "$work"
find node_modules -regextype posix-extended \
  \( -regex '(.*/)?node_modules/(@[^/]+/)?[^/]+/(test|tests|docs|examples?|bench|benchmarks?)' \
  -o -name '.?*' -o -name '*.map' -o -regex '.*\.[cm]?ts' -o -name '*.md' -not -iname 'licen[cs]e*' \) -prune -exec rm -rf {} +
find node_modules -type f -print0 | sort -z |
  tar --create --file "$tar.part" --format gnu --null --no-recursion --files-from - \
    --mtime @0 --owner 0 --group 0 --numeric-owner --mode 0644
mv "$tar.part" "$tar"
rm -rf node_modules
printf '%s\n' "$hash" >packed
