# Run while the image is built: lays out the sources of Debian's packages as a vendor folder, with all that the libraries in the
# list import. They lie in a GOPATH, which Go has left behind; a folder's module is the one that the nearest go.mod names.
set -eu
cd /opt/assay/go
mkdir vendor
GO111MODULE=off GOPATH=/usr/share/gocode CGO_ENABLED=0 GOCACHE=/tmp/cache \
  go list -deps -f '{{if not .Standard}}{{.Dir}}{{end}}' $(sed 's/ .*//' libraries.txt) | sed '/^$/d' >/tmp/folders
while read -r folder; do
  root=$folder
  while [ ! -e "$root/go.mod" ]; do
    root=${root%/*}
    [ "$root" != /usr/share/gocode/src ] || { echo "No go.mod above $folder" >&2 && exit 1; }
  done
  module=$(sed -n 's/^module *"\{0,1\}\([^" ]*\).*/\1/p' "$root/go.mod")
  language=$(sed -n 's/^go *//p' "$root/go.mod")
  package=$(dpkg-query -S "$root/go.mod" | cut -d: -f1)
  version=$(dpkg-query -W -f '${source:Upstream-Version}' "$package" | sed 's/[^0-9.].*//')
  case $version in *.*.*) ;; *) version=0.0.0 ;; esac
  path=$module${folder#"$root"}
  mkdir -p "vendor/$path"
  find "$folder" -maxdepth 1 -type f ! -name '*_test.go' -exec cp -t "vendor/$path" {} +
  printf '%s v%s\t%s\t%s\n' "$module" "$version" "${language:+; go $language}" "$path"
done </tmp/folders | sort >/tmp/packages
awk -F '\t' '$1 != module { module = $1; print "# " $1 "\n## explicit" $2 } { print $3 }' /tmp/packages >vendor/modules.txt
awk -F '\t' '$1 != module { module = $1; print "require " $1 }' /tmp/packages >requirements
rm -rf /tmp/*
