# The two commands are `make demo` and `make test`; `make help` lists the rest.
# A machine needs Python 3.11 or newer, git and make. Everything else is brought in below.

PYTHON ?= python3
PORT ?= 8000
UV := .tools/bin/uv
RUN := .venv/bin/python -m

export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv

.PHONY: help demo test check format messages bench clean

help: ## Show what can be done
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: .venv/demo assets ## Start the demo: database, site, worker and fictitious content
	@$(RUN) samenspel demo --port $(PORT)

test: .venv/dev assets check ## Everything that can be tested on this machine
	@$(RUN) pytest -n 2 --dist loadgroup -q

check: .venv/dev ## Style, types, architecture, templates, security
	@echo "— ruff"; $(RUN) ruff check .
	@$(RUN) ruff format --check .
	@echo "— templates"; .venv/bin/djangofmt --check --quiet --line-length 100 src/samenspel
	@echo "— types"; $(RUN) mypy
	@echo "— architecture"; .venv/bin/lint-imports --no-cache
	@echo "— security"; $(RUN) bandit -q -c pyproject.toml -r src -ll
	@echo "— translations"; $(RUN) samenspel.config.messages --check

format: .venv/dev ## Put code and templates in shape
	@$(RUN) ruff check --fix . ; $(RUN) ruff format . ; .venv/bin/djangofmt --line-length 100 src/samenspel

messages: .venv/dev ## Collect texts for translation
	@$(RUN) samenspel.config.messages

clean: ## Remove everything that was brought in or built, and the demo's data
	rm -rf .venv .tools .data node_modules src/samenspel/ui/static/ui/dist

.PHONY: assets
assets:
	@$(RUN) samenspel.ui.assets
	@$(RUN) samenspel.config.messages --compile

$(UV):
	@echo "Making the environment (once) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Samenspel needs Python 3.11 or newer. Name it: make PYTHON=python3.12 demo"; exit 1; }
	@$(PYTHON) -m venv .tools \
	  || { echo "Python's venv module is missing. On Debian: apt install python3-venv"; exit 1; }
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==0.9.11

.venv/demo: pyproject.toml uv.lock $(UV)
	@$(UV) sync --locked --inexact --no-default-groups --group assets --python "$(PYTHON)"
	@touch .venv/demo

.venv/dev: pyproject.toml uv.lock $(UV)
	@$(UV) sync --locked --python "$(PYTHON)"
	@touch .venv/demo .venv/dev
