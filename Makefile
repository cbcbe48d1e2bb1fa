# Everything a newcomer, a packager and the CI run. Each target does its own set-up.
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
RELEASE = PKG_CONFIG_PATH=$(CURDIR)/.build/static $(SWIFT) build -c release --product mastoctl --static-swift-stdlib --disable-local-rpath
BINARY = .build/release/mastoctl
BUILD_TESTS = $(SWIFT) build --build-tests $(shell scripts/test-flags)
VERSION := $(shell sed -n 's/.*static let number = "\(.*\)".*/\1/p' Sources/Commands/Shared/Version.swift)

.PHONY: all setup build demo test check fuzz format bench differential install deb clean
.DELETE_ON_ERROR:

all: build

# The libraries to build with and the servers that tests, demo and benchmarks start on loopback.
setup:
	@scripts/setup test

# The binary as we ship it: stripped on installation, without Swift, libgcc or libstdc++ beside it.
build:
	@scripts/setup build
	@scripts/static-libraries .build/static
	$(RELEASE)
	@scripts/check-linking $(BINARY)

# A throw-away instance, the main job on it, and the instance is gone again.
demo:
	@scripts/setup run
	@$(MAKE) --no-print-directory build
	@scripts/demo $(BINARY)

# The acceptance tests on the database of another release: make test-4.7
test-%: setup
	$(BUILD_TESTS)
	MASTOCTL_TEST_ROUNDS=10 MASTOCTL_TEST_RELEASE=$* scripts/test --skip-build --filter '^AcceptanceTests\.'

# What must hold before a commit: format, imports as the architecture allows them, the house's own laws, and the tests
# that are done in a minute, short as Tests/Support/Rounds.swift says. Tests that end processes to see how go first and
# alone: the runner watches for that and starves on other children.
EXITS = ^ConsoleTests\.|ExitTests/
QUICK = ^(House|Golden|Commands|Presentation|Operations|Stores|Model|Configuration|Crypto|HTML|YAML|HTTP|Redis|Postgres)Tests\.
check: setup
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests
	$(BUILD_TESTS) --explicit-target-dependency-import-check error
	scripts/check-belts
	scripts/test --skip-build --filter '$(EXITS)'
	scripts/test --skip-build --filter '$(QUICK)' --skip '$(EXITS)'

# All of it, in longer rounds, and what a person meets: the program on real servers.
test: export MASTOCTL_TEST_ROUNDS ?= 10
test: check
	scripts/test --skip-build --skip '$(EXITS)' --skip '$(QUICK)'

# Every round of chance, flood and kill whole; MASTOCTL_TEST_ROUNDS=1000 makes a night of it.
fuzz: setup
	$(BUILD_TESTS)
	MASTOCTL_TEST_ROUNDS=$${MASTOCTL_TEST_ROUNDS:-100} scripts/test --skip-build \
		--filter '^(Model|HTML|Configuration|Stores)Tests\.' --filter '^AcceptanceTests\..*killed' --filter '^AcceptanceTests\.CanaryTests'
	MASTOCTL_TEST_ROUNDS=10 MASTOCTL_TEST_RELEASE=4.7 scripts/test --skip-build \
		--filter '^AcceptanceTests\..*killed'

# The state after each command against the one a real server left. The states are recorded outside this repository
# (CONTRIBUTING.md): REFERENCES names their folder, CASES some of them, SET those of another release.
differential:
	@[ -z "$(REFERENCES)" ] || [ "$(origin BINARY)" != file ] || $(MAKE) --no-print-directory build
	@set -f; scripts/differential $(BINARY) "$(REFERENCES)" "$(SET)" $(CASES)

format:
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

# Each figure as a ratio to a floor measured in the same run; raw results go to bench/results.
bench: setup build
	@scripts/bench $(BINARY)

# Takes the binary that is there, so that `sudo make install` needs no Swift.
install:
	@test -x $(BINARY) || $(MAKE) --no-print-directory build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 -s $(BINARY) $(DESTDIR)$(PREFIX)/bin/mastoctl
	install -m 644 man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 completions/mastoctl.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/mastoctl
	install -m 644 completions/_mastoctl $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_mastoctl
	install -m 644 completions/mastoctl.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/mastoctl.fish

# dist/mastoctl_VERSION-1_ARCHITECTURE.deb
deb: build
	@scripts/deb $(BINARY) $(VERSION)

clean:
	rm -rf .build dist
