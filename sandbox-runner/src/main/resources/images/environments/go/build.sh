# Builds the candidate's module into ../out/service. From a go.mod only the name of the module and the version of the language
# are taken: what it requires is there in the image's version, or not at all.
. /opt/assay/go/settings.sh
[ -e go.mod ] || echo 'module app' >go.mod
{
  grep -E '^[[:space:]]*(module|go)[[:space:]]' go.mod
  grep -qE '^[[:space:]]*go[[:space:]]' go.mod || go env GOVERSION | sed 's/^go/go /'
  cat /opt/assay/go/requirements
} >../go.mod
rm -rf vendor && ln -s /opt/assay/go/vendor vendor
# Not /tmp, which is small, and where nothing can be executed.
mkdir -p ../tmp && export GOTMPDIR=/work/tmp
exec go build -modfile=../go.mod -o ../out/service .
