# Try it: make demo.  Work on it: make test, make check.  Everything is put into .venv, nothing elsewhere.

.PHONY: help demo test check form lint types imports words format locale pictures keys upgrade clean

ready := .venv/ready
ready-dev := .venv/ready-dev
bin := .venv/bin

help:
	@echo 'make demo     a sample shop in the console (no terminal: prints its queue)'
	@echo 'make test     all tests; ARGS="tests/engine -x" for some'
	@echo 'make check    format, lint, types, import rules, translations'
	@echo 'make format   put the code into shape'
	@echo 'make locale   bring the translations up to date with the code'
	@echo 'make pictures the console pictures of the README'
	@echo 'make keys     the table of keys of the README'
	@echo 'make upgrade  newest libraries into constraints.txt'
	@echo 'make clean    remove what these made, .venv too'

$(ready): pyproject.toml constraints.txt
	@sh scripts/install.sh

$(ready-dev): pyproject.toml constraints.txt
	@sh scripts/install.sh dev

demo: $(ready)
	@$(bin)/tuiticket demo $(ARGS)

# One worker more than there are cores, for tests wait for programs of theirs; no more than the suite
# can feed.
test: $(ready-dev)
	$(bin)/pytest --numprocesses $$(($$(nproc) + 1)) --maxprocesses 8 --dist worksteal $(ARGS)

# Each by itself too: make -k check goes on after one that fails.
check: form lint types imports words

form: $(ready-dev)
	$(bin)/ruff format --check .

lint: $(ready-dev)
	$(bin)/ruff check .

types: $(ready-dev)
	$(bin)/mypy

imports: $(ready-dev)
	$(bin)/lint-imports

words: $(ready-dev)
	$(bin)/pytest --quiet tests/test_locale.py

format: $(ready-dev)
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

locale: $(ready-dev)
	@$(bin)/python scripts/catalogues.py

pictures: $(ready-dev)
	@$(bin)/python scripts/screenshots.py

keys: $(ready-dev)
	@$(bin)/python scripts/readme.py

upgrade: $(ready-dev)
	$(bin)/python -m pip install --quiet --upgrade --upgrade-strategy eager --editable . --group dev
	$(bin)/python -m pip freeze --exclude-editable > constraints.txt

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find tuiticket tests -name __pycache__ -type d -prune -exec rm -rf {} +
