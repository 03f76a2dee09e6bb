# Qingyang 清样. `make help` lists what there is to make.
# One set of Go flags everywhere: another set would build Fyne's C parts anew, which takes minutes.
export GOFLAGS := -buildvcs=false
SHELL := /bin/bash
FUZZTIME ?= 20s
PREFIX ?= $(HOME)/.local

.PHONY: help run test race build cli package install lint bench fuzz score weights figures score-left-out notice needs clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

needs: ## install the Debian packages that building and testing need
	@.ci/needs

test: needs ## every test, the window's under a virtual display of its own
	@.ci/display go test -timeout 15m ./...

lint: ## go vet, gofmt, staticcheck, what no program reaches, NOTICE
	go vet ./...
	@test -z "$$(gofmt -l app cmd store widgets fonts)" || { gofmt -l app cmd store widgets fonts; exit 1; }
	go tool staticcheck ./...
	.ci/dead
	@.ci/notice | diff NOTICE - || { echo "NOTICE is not what is linked: make notice" >&2; exit 1; }

race: ## the rooms without a window that are shipped, under the race detector: short tests that start no programs
	go test -race -short -timeout 20m -skip 'Killed|EveryBlock|FullDisk|ManyShort|BesideATypist|SameImportAtOnce' $$(.ci/rooms | grep -v cmd/qingyang-fit)

build: ## bin/qingyang (the window) and bin/qingyang-cli
	go build -o bin/qingyang ./cmd/qingyang
	CGO_ENABLED=0 go build -o bin/qingyang-cli ./cmd/qingyang-cli

cli: ## bin/qingyang-cli alone: no cgo, no display
	CGO_ENABLED=0 go build -o bin/qingyang-cli ./cmd/qingyang-cli

package: build ## a package for this system (FyneApp.toml), by the fyne command
	go run fyne.io/tools/cmd/fyne@v1.7.4 package --executable bin/qingyang

install: build ## into PREFIX (~/.local), with an entry in the desktop's menu and the type of libraries
	install -D bin/qingyang "$(PREFIX)/bin/qingyang"
	install -D bin/qingyang-cli "$(PREFIX)/bin/qingyang-cli"
	"$(PREFIX)/bin/qingyang" -install-desktop

run: needs ## build, and open the window on the sample library
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(MAKE) --no-print-directory build && bin/qingyang --sample; \
	else \
	  echo "没有显示器：改用命令行完成同样的工作。"; \
	  echo "There is no display: doing the same job on the command line."; \
	  $(MAKE) --no-print-directory cli && bin/qingyang-cli sample --out out/sample; \
	fi

bench: needs ## benchmarks; ratios stand side by side in one run
	@.ci/display go test -run '^$$' -bench . -benchtime 0.5s ./...

fuzz: ## every fuzz target for FUZZTIME (20s)
	@set -e; for f in $$(grep -rl --include='*_test.go' '^func Fuzz' app cmd store widgets); do \
	  for t in $$(sed -n 's/^func \(Fuzz[A-Za-z0-9]*\)(.*/\1/p' $$f); do \
	    echo "$$t in $$(dirname $$f)"; go test -run '^$$' -fuzz "^$$t$$" -fuzztime $(FUZZTIME) ./$$(dirname $$f); \
	  done; done

score: cli ## the fixed corpus in full, then fresh draws of every family of pages and the cases (../shared)
	@if [ -d ../shared/score ]; then \
	  t=$$(mktemp -d) && cp -r ../shared/score $$t/score && \
	  (cd $$t/score && go run . -corpus $(CURDIR)/../shared/corpus -cli $(CURDIR)/bin/qingyang-cli); rm -rf $$t; \
	fi
	@go run ./cmd/qingyang-fit judge -cli bin/qingyang-cli -shared ../shared $(JUDGE)

weights: ## fit the weights of cleaning anew, on pages of ../shared and of the project (half an hour)
	go run ./cmd/qingyang-fit fit -shared ../shared
	go run ./cmd/qingyang-fit prints -shared ../shared
	go run ./cmd/qingyang-fit sure -shared ../shared

figures: ## make the data of the finder of wrong characters anew from ../shared/data/proof and the project's texts, and say how well it finds
	go run ./cmd/qingyang-fit figures -shared ../shared
	go run ./cmd/qingyang-fit found

score-left-out: ## fit without each family in turn and judge on it (../shared; an hour)
	go run ./cmd/qingyang-fit left-out -shared ../shared $(JUDGE)

notice: ## write NOTICE anew from what is linked in
	.ci/notice > NOTICE

clean: ## what was built
	rm -rf bin out
