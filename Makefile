# Geste: the commands of daily work. Each one prepares what it needs first; `make` alone lists them.
PYTHON ?= python3
WORKERS ?= 3
BIN := .venv/bin
CORE := .venv-core/bin
# Compiled once, then read: the tests start many a process.
export PYTHONDONTWRITEBYTECODE :=
MANAGE := GESTE_DATA_DIR=.cache/geste $(BIN)/python manage.py

.DEFAULT_GOAL := help
.PHONY: help demo test setup fast slow check fix planted run words api docs bench trial lock

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## a ready company with twelve weeks of life, at a URL
	@$(PYTHON) -m tools.prepare runtime
	@$(BIN)/geste demo

test: setup ## every test but the slow ones, in a real browser and services on both databases
	@$(BIN)/python -m tests.environment
	@$(BIN)/python -m tests $(WORKERS)

setup: ## everything needed to work on Geste
	@$(PYTHON) -m tools.prepare dev

fast: ## the core's own tests, Django absent: while thinking
	@$(PYTHON) -m tools.prepare core
	@$(CORE)/python -m pytest -q -n 2 --dist worksteal -m "not slow" tests/core

slow: setup ## the long fuzzing runs, and the doors on PostgreSQL
	@$(BIN)/python -m pytest -q -n $(WORKERS) -m slow
	@$(BIN)/python -m pytest -q -n $(WORKERS) -m "not slow" --hypothesis-profile=thorough tests/core
	@$(BIN)/python -m pytest -q -n $(WORKERS) -m "not slow and not browser" --database=postgresql tests/interfaces

planted: setup ## plant known bugs in a copy, one at a time: the tests must catch each of them
	@$(BIN)/python -m tools.planted

check: setup ## format, lint, types, import contracts, migrations, French, the mission's tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy src tests tools
	@$(BIN)/lint-imports --no-logo
	@$(MANAGE) makemigrations --check --dry-run
	@$(BIN)/python -m tools.words check
	@$(BIN)/python -m tools.mission

fix: setup ## mend format and lint where a machine can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

run: setup ## the web desks, reloading as you edit
	@$(MANAGE) migrate
	@$(MANAGE) runserver

words: setup ## collect the interface's words and say what lacks French
	@$(BIN)/python -m tools.words collect

api: setup ## write docs/reference/openapi.json again
	@$(BIN)/python -m tools.api

docs: setup ## refresh quoted examples, then serve the documents
	@$(BIN)/python -m tools.docs

bench: ## measured speed beside the peers
	@$(PYTHON) -m tools.prepare bench
	@$(BIN)/python -m pytest -q tests/benchmarks
	@$(BIN)/geste bench decide

trial: setup ## install the wheel in an empty environment and run the demonstration's check
	@$(BIN)/python -m tools.trial

lock: setup ## pin the dependencies again (make lock UPGRADE=--upgrade for newer ones)
	@$(BIN)/python -m tools.lock $(UPGRADE)
