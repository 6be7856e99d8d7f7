# `make demo` shows the tool at work and `make test` runs every check; both set everything up by themselves.

VENV := .venv
BIN := $(VENV)/bin
# Where the demonstration goes, and how many tests run at a time.
DEMO := build/demo
WORKERS := 2

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

.PHONY: help
help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

.PHONY: demo
demo: $(VENV)/.set-up-run ## Build the sample treaties and the redline between them, into build/demo
	$(BIN)/treatykit demo $(DEMO)

.PHONY: test
test: format lint types layers unit ## Run every check: style, types, layers, tests

.PHONY: format
format: $(VENV)/.set-up-dev ## Check the formatting
	$(BIN)/ruff format --check

.PHONY: lint
lint: $(VENV)/.set-up-dev ## Check the style
	$(BIN)/ruff check

.PHONY: types
types: $(VENV)/.set-up-dev ## Check the types
	$(BIN)/mypy

.PHONY: layers
layers: $(VENV)/.set-up-dev ## Check who imports whom
	$(BIN)/lint-imports --no-logo

.PHONY: unit
unit: $(VENV)/.set-up-dev ## Run the tests
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup

.PHONY: cover
cover: $(VENV)/.set-up-dev ## Run the tests and list the branches that they leave out; twice as long
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup --cov --cov-report term:skip-covered

.PHONY: fix
fix: $(VENV)/.set-up-dev ## Mend formatting and style where that can be done safely
	$(BIN)/ruff format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: bench
bench: $(VENV)/.set-up-dev build/peers/.set-up ## Run the benchmarks, those of Word redlines beside other programs
	@for name in $(sort $(basename $(notdir $(wildcard benchmarks/*.py)))); do \
		echo "$$name"; $(BIN)/python -m benchmarks.$$name || exit; \
	done

# The programs that are measured beside ours have an environment of their own.
build/peers/.set-up: requirements/peers.txt tools/set-up-peers.sh | $(VENV)/.set-up-dev
	tools/set-up-peers.sh
	@touch $@

.PHONY: library
library: $(VENV)/.set-up-run ## Write docs/library.md anew, after a change to the clauses
	@mkdir -p build
	$(BIN)/treatykit clauses list --page > build/library.md
	mv build/library.md docs/library.md

.PHONY: wheel
wheel: $(VENV)/.set-up-dev ## Build the package into dist
	$(BIN)/python -m hatchling build -d dist

.PHONY: pins
pins: build/uv/bin/uv ## Pin the newest version of every dependency that pyproject.toml allows
	$(COMPILE) --group build -o requirements/build.txt
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
	$(COMPILE) --group peers -o requirements/peers.txt

# The command alone stands in the files' headers: neither an index nor a path of this machine.
COMPILE = build/uv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make pins"

build/uv/bin/uv: | $(VENV)/.set-up-run
	$(BIN)/python -m venv build/uv
	build/uv/bin/pip install --quiet --disable-pip-version-check uv==0.13.9

.PHONY: clean
clean: ## Remove everything that make made
	rm -rf $(VENV) build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# Set-up is done once, and again when what it was done from has changed.
$(VENV)/.set-up-%: requirements/build.txt requirements/%.txt pyproject.toml tools/set-up.sh
	tools/set-up.sh $*
	@touch $@
