# Two commands do all the set-up: `make report`, `make test`. Needs Python 3.11+ with venv and pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORDS := generator/commands/locale/vi/LC_MESSAGES/messages

.PHONY: report batch roundup test test-pure page bench fuzz lint mutate lock words

report: $(READY)
	$(BIN)/cchc report inputs/phuoc-hai-2023/phuoc-hai-2023.xlsx --period 2023-H1 --as-of 2023-06-13 -o outputs

batch: $(READY)
	$(BIN)/cchc batch inputs/cac-phuong-xa-nha-trang-2023 --period 2023-H1 -o outputs/nha-trang-2023-H1

roundup: $(READY)
	$(BIN)/cchc consolidate inputs/cac-phuong-xa-nha-trang-2023 --period 2023-H1 \
		--own inputs/nha-trang-2023/nha-trang-2023.xlsx -o outputs/tong-hop-nha-trang-2023-H1

test: $(READY)
	$(BIN)/python -m pytest -n auto --dist worksteal

# What reads and writes files, where no compiled package exists: see tests/pure. `make test-pure PURE=tests` is the whole suite.
PURE ?= $(wildcard tests/word/test_*.py) tests/word/renew/test_merging.py tests/rendered tests/book/test_grids.py \
	tests/book/test_read_workbook.py tests/book/test_makers.py tests/page/test_session.py tests/test_samples.py \
	tests/test_making.py tests/test_library.py
test-pure: $(READY)
	PYTHONPATH=tests/pure:. $(BIN)/python -m pytest -n auto --dist worksteal $(PURE)

# One HTML file with the whole program in it. Needs Node 20 or later; see generator/page/README.md.
page: $(READY) generator/page/node_modules
	$(BIN)/python -m generator.page.build outputs/cchc.html

generator/page/node_modules: generator/page/package-lock.json
	cd generator/page && npm ci --no-audit --no-fund --silent
	touch generator/page/node_modules

bench: $(READY)
	$(BIN)/python -m tests.benchmarks.engine
	$(BIN)/python -m tests.benchmarks.cold_start
	$(BIN)/python -m tests.benchmarks.communes

# The worst cases, new examples of every property, then damaged and hostile files to every command, for SECONDS; what fails
# is kept in outputs/fuzz.
SECONDS ?= 600
SEED ?= 1
fuzz: $(READY)
	CCHC_WORST_CASES=1 $(BIN)/python -m pytest -n 2 tests/fuzz/test_worst_cases.py
	CCHC_RECOUNT=500 $(BIN)/python -m pytest -n auto --dist worksteal -m hypothesis --hypothesis-profile=new-examples
	$(BIN)/python -m tests.fuzz $(SECONDS) $(SEED) outputs/fuzz

# Changes the code where figures, states and merging are decided, and names the changes that no test noticed.
mutate: $(READY)
	rm -rf mutants
	$(BIN)/mutmut run
	$(BIN)/mutmut results

lint: $(READY)
	$(BIN)/ruff check generator templates tests
	$(BIN)/ruff format --check generator templates tests
	$(BIN)/mypy

# The versions to develop and test with, anew.
lock: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip-tools>=7.6,<8'
	$(BIN)/pip-compile --quiet --upgrade --strip-extras --no-annotate --no-header --no-emit-index-url --no-emit-trusted-host \
		--no-emit-find-links --no-emit-options --extra dev --output-file requirements-dev.lock pyproject.toml

# What click says in Vietnamese.
words: $(READY)
	$(BIN)/pybabel --quiet compile --locale vi -i $(WORDS).po -o $(WORDS).mo

$(READY): pyproject.toml requirements-dev.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' -c requirements-dev.lock
	touch $(READY)
