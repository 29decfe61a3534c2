# How to use and to work on this project. `make` alone lists the targets.
BIN := .venv/bin
DAY := build/day
RUN := $(BIN)/strykr run --feeds seeds/feeds --prices seeds/prices \
       --as-of 2018-12-26T22:00Z --workspace $(DAY)
CODE := generator tests $(wildcard bench/*.py)
BASE := .venv/.ready-base
DEV := .venv/.ready-dev

.DEFAULT_GOAL := help
.PHONY: help brief test lint types house golden site bench soak sessions requirements

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' Makefile

brief: $(BASE) ## set up, then the brief and the site of the recorded day, offline
	@mkdir -p $(DAY)
	@cp seeds/strykr.toml $(DAY)/
	$(RUN)
	$(BIN)/strykr site build --workspace $(DAY)

test: $(DEV) lint types house ## set up, then every check
	$(BIN)/pytest -n 2

lint: $(DEV) ## ruff: the line
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(DEV) ## mypy, strict
	$(BIN)/mypy $(CODE)

house: $(DEV) ## import-linter: arrows point down, and the wings never touch
	$(BIN)/lint-imports

golden: $(DEV) ## write the golden files anew; read the diff before it is committed
	$(BIN)/pytest tests --golden

site: brief ## the recorded day's site, served on this machine
	$(BIN)/strykr site serve --workspace $(DAY)

bench: $(DEV) ## the benches that need no file: a table and a line of JSON each
	@set -e; for name in market lenses levels charts reference angles names; do \
	$(BIN)/python -m bench.$$name; done

soak: $(BASE) ## kills, full disks, other places: minutes of them, told in docs/soak.md
	$(BIN)/python -m tests.trips.soak

sessions: $(DEV) ## the shipped table of sessions, made anew
	$(BIN)/python bin/sessions_table.py

requirements: $(DEV) ## pin anew what pyproject.toml asks for (UPGRADE=--upgrade for the newest)
	$(PIN) --group build -o requirements/base.txt
	$(PIN) --group build --extra dev -c requirements/base.txt -o requirements/dev.txt

PIN = $(BIN)/uv pip compile -q $(UPGRADE) pyproject.toml --universal \
      --python-version 3.11 --generate-hashes --only-binary :all: \
      --no-emit-index-url --no-emit-find-links --no-emit-build-options \
      --custom-compile-command "make requirements"

$(BASE): pyproject.toml requirements/base.txt bin/setup
	@bin/setup base

$(DEV): pyproject.toml requirements/dev.txt bin/setup
	@bin/setup dev
