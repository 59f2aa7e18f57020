# Everything a person does here is a target of this file; `make help` lists them. Works with GNU make
# 3.81 (macOS) and newer. ADDR, QUDAO_DATA, DATABASE_URL and the like reach the programs as given, on
# the command line of make or in the environment.

.DEFAULT_GOAL := help

# Packages to test: make test-go PKG=./internal/order
PKG ?= ./...

# Go refuses to stamp a binary where git refuses the folder (one that belongs to another user).
GO_BUILD_FLAGS := $(shell git rev-parse HEAD >/dev/null 2>&1 || echo -buildvcs=false)
export GO_BUILD_FLAGS

# Make inside make, for what must not run under `make -n`. INSIDE: everything is built, and the
# cluster of the tests runs.
SELF = $(MAKE)
INNER = --no-print-directory INSIDE=1

# What the pages are built from. Tests are not.
WEB_SOURCES := $(shell find web \( -name node_modules -o -name dist -o -name e2e -o -name screenshots \) -prune \
	-o -type f ! -name '*.test.ts' ! -name '*.test.tsx' ! -name '*.md' -print 2>/dev/null)
WEB_INSTALLED := web/node_modules/.stamp
WEB_BUILT := web/node_modules/.built
# Pages that somebody deleted are built again, whatever the stamp says.
WEB_MISSING := $(if $(and $(wildcard internal/webui/dist/portal/index.html),$(wildcard internal/webui/dist/office/index.html)),,web-missing)

# Programs of the private PostgreSQL, for what starts one. With DATABASE_URL none is needed.
WITH_POSTGRES = if [ -z "$$DATABASE_URL" ]; then QUDAO_PG_BIN=$$(scripts/postgres.sh) || exit 1; export QUDAO_PG_BIN; fi;
# Tests make data of their own, so this installation's does not choose the version for them.
WITH_TEST_POSTGRES = QUDAO_PG_BIN=$$(QUDAO_DATA=/nonexistent scripts/postgres.sh) || exit 1; export QUDAO_PG_BIN; unset DATABASE_URL QUDAO_DATA;

.PHONY: help run dev test test-go test-web test-browser bugs crash check openapi bench verify build web screenshots clean tools web-missing \
	bin/testcluster

help: ## list the targets
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: build ## start everything with the demo brand; Ctrl-C stops it (ADDR=, QUDAO_DATA=, DATABASE_URL=)
	@$(WITH_POSTGRES) exec bin/qudao serve --demo

dev: web ## the same with Vite, and built again when a source changes
	@$(WITH_POSTGRES) exec scripts/dev.sh

test: build bin/testcluster ## every test: Go, pages, browser (PKG= for some of the Go packages)
	@$(WITH_TEST_POSTGRES) bin/testcluster -- sh -c \
		'"$$0" $(INNER) test-go && $(if $(filter ./...,$(PKG)),"$$0" $(INNER) bugs TURN=4 && )"$$0" $(INNER) test-web && "$$0" $(INNER) test-browser' "$(SELF)"

test-go: $(if $(INSIDE),,web bin/testcluster) ## Go tests alone
	@$(WITH_TEST_POSTGRES) bin/testcluster -- go test -shuffle=on $(PKG)

bugs: $(if $(INSIDE),,web bin/testcluster) ## plant known bugs, which the tests must find (ONLY= for some, TURN=4 for those of the day)
	@$(WITH_TEST_POSTGRES) bin/testcluster -- go run ./sim/bugs $(if $(TURN),--turn $(TURN),--green $(if $(ONLY),--only "$(ONLY)",--all))

crash: web ## kill server and PostgreSQL under load (CYCLES=200 of each, SEED=)
	@$(WITH_TEST_POSTGRES) QUDAO_CRASH_CYCLES=$(CYCLES) QUDAO_CRASH_SEED=$(SEED) go test -count=1 -timeout 120m -v -run Acknowledged ./sim/crash

test-web: $(WEB_INSTALLED) ## unit tests of the pages alone
	@cd web && npm test

test-browser: $(if $(INSIDE),,build bin/testcluster) ## browser tests alone
	@$(WITH_TEST_POSTGRES) bin/testcluster -- scripts/browser.sh

check: build ## format, vet, shape, generated files fresh, types and lint of the pages
	@unformatted=$$(gofmt -l $(wildcard api bench cmd internal migrations sim stories)); \
		if [ -n "$$unformatted" ]; then echo "Not formatted, run gofmt -w:" $$unformatted >&2; exit 1; fi
	go vet ./...
	go test ./internal/arch/...
	@MAKE="$(SELF)" scripts/fresh.sh
	@cd web && npm run typecheck && npm run lint

openapi: $(WEB_INSTALLED) ## write api/openapi.json from the Go types, and the page's types from it
	@mkdir -p api
	@go run ./cmd/qudao openapi > api/.openapi.json.new || { rm -f api/.openapi.json.new; exit 1; }
	@mv api/.openapi.json.new api/openapi.json
	@cd web && npm run api

bench: build ## the figures of docs/benchmarks.md, half an hour (ONLY=G1,G5 for some, SCALE= for the size)
	@go build -o bin/bench ./bench
	@$(WITH_TEST_POSTGRES) bin/bench run $(if $(ONLY),--only "$(ONLY)") $(if $(SCALE),--scale "$(SCALE)")

verify: build ## check the invariants of this installation's data
	@$(WITH_POSTGRES) exec bin/qudao verify

screenshots: build bin/testcluster ## pictures of the pages, in web/screenshots
	@$(WITH_TEST_POSTGRES) QUDAO_CHROMIUM=$$(scripts/chromium.sh) || exit 1; export QUDAO_CHROMIUM; \
		cd web && ../bin/testcluster -- npm run screenshots

build: web ## bin/qudao with the pages in it
	@go build $(GO_BUILD_FLAGS) -o bin/qudao ./cmd/qudao

web: $(WEB_BUILT) ## the pages, where a source has changed

clean: ## remove what was built and installed here; data stays
	rm -rf bin web/node_modules web/*/node_modules web/*/dist internal/webui/dist/portal internal/webui/dist/office .tools

tools:
	@scripts/tools.sh

# The stamps are in node_modules, because a new npm ci must also build again.
$(WEB_INSTALLED): web/package-lock.json | tools
	cd web && npm ci
	@touch $@

$(WEB_BUILT): $(WEB_INSTALLED) $(WEB_SOURCES) $(WEB_MISSING)
	cd web && npm run build
	@touch $@

bin/testcluster: | tools
	@go build $(GO_BUILD_FLAGS) -o $@ ./internal/cluster/testcluster
