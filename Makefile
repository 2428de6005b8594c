# Two commands do all the set-up: `make report`, `make test`. Needs Python 3.11+ with venv and pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: report test lint

report: $(READY)
	$(BIN)/cchc report inputs/phuoc-hai-2023/phuoc-hai-2023.xlsx --period 2023-H1 --as-of 2023-06-13 -o outputs

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/mypy

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(READY)
