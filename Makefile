# Everything from a clean clone: `make site` builds the site, `make test` checks the whole project.
# A step longer than a few lines is a POSIX script in .ci/, so that it can be read and checked on its own.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site test serve validate accessibility pictures bench mutation format lint audit lock upgrade venv venv-test venv-tools browser clean

# A particular Python: make site PYTHON=/path/to/python3.12
PYTHON ?=
# How findings are printed: make validate FORMAT=github
FORMAT ?= text
# More for pytest: make test TESTS="-k search"
TESTS ?=
# Which rules are changed: make mutation RULES="dates title-is"
RULES ?=
# Test files that run at once: make test PROCESSES=4
PROCESSES ?= 2
# Where the site is shown: make serve PORT=8080
PORT ?= 8000
# How many entries the sites have that are compared, and where the numbers come: make bench SIZES="100 10000"
SIZES ?= 1000
RESULTS ?= .build/bench/results

BIN := .venv/bin
TOOLS := .build/tools/bin
SCRIPTS := generator/assets/javascripts

export PYTHON
export DENO_DIR := $(CURDIR)/.build/deno
export NO_MKDOCS_2_WARNING := 1

help: ## Toont deze lijst
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

site: venv ## Controleert de catalogus en bouwt de site
	@echo "» Catalogus controleren"
	@$(BIN)/catalogue validate
	@echo "» Site bouwen"
	@$(BIN)/catalogue build
	@echo
	@echo "De site staat klaar: site/index.html"
	@echo "Bekijken: typ 'make serve' en open http://127.0.0.1:$(PORT)/ in uw browser."

serve: venv ## Toont de site op deze computer en ververst bij elke wijziging
	@$(BIN)/catalogue serve --port $(PORT)

validate: venv ## Controleert alleen de catalogus
	@$(BIN)/catalogue validate --format $(FORMAT)

test: venv-test browser lint ## Voert alle controles en tests uit
	@echo "» Tests"
	@$(BIN)/pytest --numprocesses=$(PROCESSES) --dist=loadfile $(TESTS)

lint: venv-test ## Controleert de code: stijl, opmaak en typen
	@echo "» Stijl en opmaak"
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/deno lint --quiet --config .ci/deno.json $(SCRIPTS)
	@echo "» Typen"
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/deno check --quiet --no-lock --config .ci/deno.json $(SCRIPTS)

accessibility: venv-test browser ## Bekijkt elk soort pagina op elk scherm, met elke regel van axe (lang)
	@$(BIN)/pytest --numprocesses=$(PROCESSES) tests/browser/accessibility.py $(TESTS)

pictures: site venv-test browser ## Maakt de plaatjes van de gids, de README en elk soort pagina opnieuw
	@PYTHONPATH=tests $(BIN)/python .ci/pictures.py
	@$(BIN)/catalogue build --output .build/pictures --site-url http://127.0.0.1/a/b/
	@PYTHONPATH=tests $(BIN)/python .ci/gallery.py .build/pictures

bench: venv-test ## Meet het bouwen van de site, naast dat van andere programma's
	@sh .ci/bench.sh $(RESULTS) $(SIZES)

mutation: ## Verandert elke regel van de controle een beetje: merken de tests het? (lang)
	@sh .ci/venv.sh .build/mutation requirements-test.txt
	@.build/mutation/bin/python -m pip install -qq mutmut==3.8.1
	@.build/mutation/bin/python .ci/mutation.py $(RULES)

format: venv-test ## Maakt de code op
	@$(BIN)/ruff check --quiet --fix
	@$(BIN)/ruff format

audit: venv-tools ## Zoekt bekende lekken in pakketten en zwakke plekken in workflows
	@for lock in requirements*.txt; do \
	    echo "» $$lock"; $(TOOLS)/pip-audit --strict --require-hashes --disable-pip -r $$lock || exit 1; done
	@echo "» .github en action.yml"
	@$(TOOLS)/zizmor --offline --quiet --pedantic .github action.yml

lock: venv-tools ## Legt de pakketten opnieuw vast na een wijziging in pyproject.toml
	@sh .ci/lock.sh

upgrade: venv-tools ## Legt de nieuwste versies van alle pakketten vast
	@sh .ci/lock.sh --upgrade

clean: ## Verwijdert alles wat hierboven is gemaakt
	rm -rf .venv .build site dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

venv:
	@sh .ci/venv.sh .venv requirements.txt --project

venv-test:
	@sh .ci/venv.sh .venv requirements-test.txt --project

venv-tools:
	@sh .ci/venv.sh .build/tools requirements-tools.txt

browser: venv-test
	@sh .ci/browser.sh
