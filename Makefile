# Qingyang 清样. `make help` lists what there is to make.
# One set of Go flags everywhere: another set would build Fyne's C parts anew, which takes minutes.
export GOFLAGS := -buildvcs=false
SHELL := /bin/bash
FUZZTIME ?= 20s

.PHONY: help run test build cli lint bench fuzz score needs clean

help: ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

needs: ## install the Debian packages that building and testing need
	@.ci/needs

test: needs ## every test, the window's under a virtual display of its own
	@.ci/display go test ./...

lint: ## go vet, gofmt, staticcheck
	go vet ./...
	@test -z "$$(gofmt -l app cmd store widgets fonts)" || { gofmt -l app cmd store widgets fonts; exit 1; }
	go tool staticcheck ./...
