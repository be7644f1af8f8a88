# How Go builds here, while the image is made and afterwards alike, for what was compiled with other settings is compiled anew.
# Without goindex=0 Go fails on a cache that it cannot write to. More processors would be more threads than the limit allows.
export CGO_ENABLED=0 GOCACHE=/opt/assay/go/cache GODEBUG=goindex=0 GOMAXPROCS=2
export GOTOOLCHAIN=local GOPROXY=off GOSUMDB=off GOWORK=off GOTELEMETRY=off
export GOFLAGS='-mod=vendor -trimpath -buildvcs=false -gcflags=all=-dwarf=false -ldflags=-s'
