# Everything a person does with this project, one word each. `make help` lists them.
# Needs git, make and Python 3.11 or newer; everything else goes into .venv.

VENV ?= .venv
PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  "$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
  && echo "$$one" && break; done)
PINS ?= --constraint constraints.txt
ARGS ?=

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
STAMP := $(VENV)/.installed
PIP := $(PY) -m pip install -qq --disable-pip-version-check
PYTEST := $(PY) -m pytest --numprocesses auto --dist loadgroup

.DEFAULT_GOAL := help
.PHONY: help run test quick lint suite test-all test-on docs site gallery findings validation golden bench \
  lock clean

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile \
	  | while IFS='|' read -r name what; do printf '  make %-10s %s\n' "$$name" "$$what"; done

run: $(STAMP) ## install, then run the main job (ARGS="--runs 100" adds options)
	$(BIN)/dilemma compare baseline harris trump sanctions_decay $(ARGS)

test: lint ## install, then everything that has to hold: style, types, tests
	@$(PYTEST) --cov=sim --cov-fail-under=95 --cov-report=term:skip-covered $(ARGS)

quick: $(STAMP) ## install, then the fast tests only (ARGS="-k threat" selects)
	@$(PYTEST) --quiet -m "not slow" $(ARGS)

test-all: test ## the same, and the tests on Python 3.12 and 3.13 with the newest packages
	@for version in 3.12 3.13; do \
	  $(MAKE) --no-print-directory test-on VERSION=$$version || exit 1; done

lint: $(STAMP) ## style and types
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . \
	  || { echo "not formatted: run $(BIN)/ruff format"; exit 1; }
	@$(PY) -m mypy --no-error-summary
	@$(PY) -m mypy --no-error-summary docs/*.py docs/website/*.py benchmarks/*.py

docs: $(STAMP) ## write what is generated from the code anew: tables, schema
	$(PY) docs/generate.py

site: $(STAMP) ## build the pages as a site that needs no network, into site/
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --strict

gallery: $(STAMP) ## draw the pictures of the gallery anew (some minutes)
	$(PY) docs/gallery.py

validation: $(STAMP) ## hold the model against the record anew: docs/validation.md, parameter sets
	$(BIN)/dilemma validation --fast --csv docs/findings --png docs/validation \
	  --sets scenarios/calibrated
	$(PY) docs/generate.py

findings: $(STAMP) ## write the committed tables and picture of docs/ anew (some minutes)
	$(BIN)/dilemma history --runs 500 --csv docs/findings
	$(BIN)/dilemma claims --csv docs/findings --out out/findings
	cp out/findings/claims.png docs/claims.png
	$(BIN)/dilemma claims --from docs/findings/claims.csv --lang ko --out out/findings/ko
	cp out/findings/ko/claims.png docs/claims.ko.png
	$(BIN)/dilemma phases --csv docs/findings --out docs/phases
	$(PY) docs/teaching.py
	$(MAKE) --no-print-directory validation
	$(BIN)/dilemma loops --csv docs/findings --out out/findings
	cp out/findings/loops.png docs/loops.png
	$(MAKE) --no-print-directory run ARGS="--quiet --force --out out/findings"
	cp out/findings/compare-*/charts-en/overview.png docs/overview.png
	$(MAKE) --no-print-directory run ARGS="--quiet --lang ko --out out/findings"
	cp out/findings/compare-*/charts-ko/overview.png docs/overview.ko.png

golden: $(STAMP) ## write the reviewed traces of tests/golden/ anew
	$(PY) tests/golden/write.py

bench: $(STAMP) ## speed, as ratios measured in one run
	$(PY) benchmarks/bench.py $(ARGS)

lock: ## write constraints.txt anew: the newest packages, to be tested before committing
	rm -rf .venv-lock
	@$(MAKE) --no-print-directory .venv-lock/.installed VENV=.venv-lock PINS=
	( grep '^#' constraints.txt; .venv-lock/bin/python -m pip freeze --exclude-editable ) \
	  > .venv-lock/constraints.txt
	mv .venv-lock/constraints.txt constraints.txt

clean: ## remove the environments and caches (results under out/ stay)
	rm -rf .venv .venv-* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache \
	  .hypothesis .coverage* dist build site

# What the targets above are made of.

suite: $(STAMP)
	@$(PYTEST) $(ARGS)

# An interpreter that pyenv only pretends to have does not run, so each is tried.
test-on:
	@python=; \
	for one in python$(VERSION) "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/$(VERSION).*/bin/python; do \
	  if "$$one" -c '' >/dev/null 2>&1; then python=$$one; break; fi; done; \
	if [ -z "$$python" ]; then echo "Python $(VERSION) is not on this machine: left out"; \
	else $(MAKE) --no-print-directory suite VENV=.venv-$(VERSION) PYTHON="$$python" PINS=; fi

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/it"; exit 1; }
	@echo "installing into $(VENV) (a minute or two, once)"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) $(PINS) --editable ".[dev]"
	@touch $@
