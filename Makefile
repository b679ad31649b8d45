# `make help` lists the targets: the text after ## beside each is its help.

PYTHON3 ?= python3#     the Python to start from; where python3 is too old, a newer one is looked for
PYTEST_ARGS ?=#         passed on: make test PYTEST_ARGS='-k load -x'
BENCH_ARGS ?=#          passed on: make bench BENCH_ARGS=…
FUZZ ?= load#           what make fuzz breaks: load, fmt or render
FUZZ_ARGS ?= --seconds 300#  passed on: make fuzz FUZZ=render FUZZ_ARGS='--seconds 60'
MUTATE ?=#              which mutants: make mutate MUTATE='plancli.source.*'

VENV := .venv
PYTHON := $(VENV)/bin/python
PIP_INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check
# one worker a core, as one Chromium a worker; tests that share something costly stay on one worker (xdist_group)
PYTEST := $(PYTHON) -m pytest --numprocesses auto --maxprocesses 8 --dist loadgroup
# a room that is not there yet is not linted
MYPY_PATHS = $(wildcard src tests bench fuzz scripts/*.py)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help build test lint format bless bench fuzz mutate messages lock clean

help: ## list the targets
	@printf 'usage: make TARGET [PYTHON3=python3.13] [PYTEST_ARGS=…]\n\n'
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)$$/\1|\2/p' Makefile | while IFS='|' read -r target text; do \
		printf '  %-10s %s\n' "$$target" "$$text"; \
	done

build: $(VENV)/.installed ## set everything up, check the plan and render every document to build/
	$(VENV)/bin/plancli schema --out build/schema
	$(VENV)/bin/plancli validate
	$(VENV)/bin/plancli render

test: $(VENV)/.installed ## run all tests (PYTEST_ARGS='-k load' for some)
	$(PYTEST) $(PYTEST_ARGS)

lint: $(VENV)/.installed ## ruff, mypy and the import contracts, as CI runs them
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy $(MYPY_PATHS)
	$(VENV)/bin/lint-imports --no-logo

format: $(VENV)/.installed ## format the sources, and mend what ruff mends safely
	$(PYTHON) -m ruff check --fix-only
	$(PYTHON) -m ruff format

bless: $(VENV)/.installed ## accept the new golden outputs: look at git diff afterwards
	$(PYTHON) -m pytest --bless $(PYTEST_ARGS)

bench: $(VENV)/.installed ## measure how fast plancli is
	$(PYTHON) -m bench $(BENCH_ARGS)

fuzz: build/fuzz-venv/.installed ## throw changed files at plancli until it breaks (FUZZ=load|fmt|render); by hand
	build/fuzz-venv/bin/python -m fuzz $(FUZZ) $(FUZZ_ARGS)

mutate: build/mutate-venv/.installed ## change the code and see whether a test notices (MUTATE='plancli.source.*'); by hand
	scripts/mutate build/mutate-venv $(MUTATE)

messages: $(VENV)/.installed ## renew the message catalogues and the pages of the rules from the sources
	$(PYTHON) scripts/messages.py
	$(PYTHON) scripts/rules_pages.py

lock: ## renew requirements/*.txt, the locked dependencies
	@python3=$$(scripts/find-python '$(PYTHON3)') && scripts/lock "$$python3"

clean: ## remove what make made: .venv, build/ and caches
	rm -rf $(VENV) build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@for folder in $(wildcard src tests scripts bench fuzz); do \
		find "$$folder" -type d -name __pycache__ -prune -exec rm -rf {} +; \
	done

# The environment is made anew when the lock changes, and plancli installed anew when pyproject.toml does;
# `pip check` fails where pyproject.toml asks for what the lock does not have: then `make lock`.
$(VENV)/.locked: requirements/dev.txt
	@python3=$$(scripts/find-python '$(PYTHON3)') && rm -rf $(VENV) && \
		echo "making $(VENV) with $$python3" && "$$python3" -m venv $(VENV)
	@$(PIP_INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

# what is run by hand has an environment of its own: `make test` needs none of it
build/%-venv/.installed: requirements/dev.txt requirements/%.txt
	@python3=$$(scripts/find-python '$(PYTHON3)') && rm -rf build/$*-venv && "$$python3" -m venv build/$*-venv
	@build/$*-venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/dev.txt -r requirements/$*.txt
	@build/$*-venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@$(PYTHON) -m pip --disable-pip-version-check check >$(VENV)/check.txt || \
		{ cat $(VENV)/check.txt; echo 'run make lock | 请运行 make lock'; exit 1; }
	@touch $@
