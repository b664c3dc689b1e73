# Two commands for a new machine: `make demo` and `make test`. Each sets up what is missing first.
VENV := .venv
BIN := $(VENV)/bin
# The first Python on the path that is new enough and really runs.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: help setup demo test check bench lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: ## installs everything into .venv; quick when nothing changed
	@test -n "$(PYTHON)" || { echo "Perlu Python 3.11 atau lebih baru (apt-get install python3)." >&2; exit 1; }
	@$(PYTHON) tools/prepare.py

demo: setup ## the sample report from the intake folder to the published snapshot
	@$(BIN)/rekap demo

test: setup ## the tests
	@$(BIN)/pytest -q -n auto

check: setup ## what every change must pass: format, lint, types, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -q -n auto

bench: setup ## accuracy and speed beside other tools; writes benchmarks/results.md
	@$(BIN)/python -m benchmarks

lock: ## resolves the locks anew (needs uv); add ARGS=--upgrade for newer versions
	@$(PYTHON) tools/lock.py $(ARGS)

clean: ## removes what setup and the tools made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
