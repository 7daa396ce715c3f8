# Needs Python 3.11 or newer with pip and venv, and make. Everything is installed into .venv; afterwards nothing needs a network.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
SAMPLE := evals/cases/saas_hostile
# One process for each core; PYTEST="" runs the tests one after the other.
PYTEST ?= -n auto

.PHONY: help demo test check format measure serve clean

help:
	@echo "make demo      review a sample agreement; leaves the redlined .docx, an HTML report and the JSON in out/"
	@echo "make test      run the tests"
	@echo "make check     lint, formatting, types, import rules: what CI checks"
	@echo "make format    put the code into the form that check wants"
	@echo "make measure   the long measurements"
	@echo "make serve     the HTTP service at http://127.0.0.1:8000 (documentation at /docs)"

demo: .venv/.installed
	@mkdir -p out
	@$(BIN)/counterclause review $(SAMPLE).docx --playbook saas-customer \
		--facts annual_fees=61200 --facts currency=USD --facts effective_date=2026-04-20 --facts term_months=24 \
		--facts personal_data=true --facts outage_loss_per_hour=500000 --facts "own_party=Fernhollow Robotics, Inc." \
		--facts own_jurisdictions=Colorado \
		--docx out/saas_hostile_redline.docx --html out/saas_hostile_report.html --json out/saas_hostile_report.json

test: .venv/.installed-dev
	$(BIN)/pytest $(PYTEST)

check: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

measure: .venv/.installed-measure
	$(BIN)/pytest -m measure -s

serve: .venv/.installed
	$(BIN)/counterclause serve

clean:
	rm -rf .venv out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and wasn't found"; exit 1; }
	$(PYTHON) -m venv .venv

# Installed once, and again when the project file changes.
.venv/.installed: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

.venv/.installed-dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable ".[dev]"
	@touch $@ .venv/.installed

.venv/.installed-measure: .venv/.installed-dev
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable ".[dev,measure]"
	@touch $@
