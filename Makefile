# All commands of the project. `make` without arguments lists them.
# VENV=DIR uses the Python environment in DIR, for targets without set-up (lint, unit, end2end, format, translations).
VENV ?= .venv
PYTHON := $(VENV)/bin/python
WORKERS ?= 2
comma := ,
UNIT = $(PYTHON) -m pytest -n $(WORKERS) --dist worksteal tests --ignore tests/end2end
END2END = $(PYTHON) -m pytest -n $(WORKERS) --dist loadgroup tests/end2end
step = @printf '\n== %s\n' '$(1)'
export PYTHONPATH := $(CURDIR)
# Otherwise, the many processes that tests start would all compile every module again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup setup-test setup-bench setup-bundle demo test test-days test-latest check lint quick unit end2end bench fuzz soak deb release lock torture trial studio-bundle format translations screenshots live-screenshots pictures clean monkey reference

help:  ## list the commands
	@sed -n 's/^\([a-z0-9-]*\):.*  ## /\1\t/p' Makefile | expand -t 16

demo: setup  ## set up, then run the real kiosk on the sample feed
	$(call step,demo)
	@$(VENV)/bin/kiosk demo

test: setup-test lint  ## set up, then run every check and every test; the unit tests on a day chosen by the commit
	$(call step,tests: unit)
	@$(PYTHON) -m tests.days commit $(UNIT)
	$(call step,tests: end to end)
	@$(END2END)

check: setup-test lint quick  ## set up, then run the checks that take less than two minutes: linters, types, quick unit tests

test-days: setup-test  ## set up, then run the unit tests on each of the days of tests/days.py; DAY=leap-day for one
	$(call step,tests: unit$(comma) day by day)
	@$(PYTHON) -m tests.days $(or $(DAY),all) $(UNIT)

test-latest:  ## set up .venv-latest with the newest packages instead of the locked ones, then run every test in it
	$(call step,tests: all$(comma) with the newest packages)
	@LATEST=yes VENV=.venv-latest deploy/setup.sh run test
	@.venv-latest/bin/python -m pytest -n $(WORKERS) --dist loadgroup tests --deselect tests/test_lock.py

setup:
	@VENV=$(VENV) deploy/setup.sh run

setup-bench:
	@VENV=$(VENV) deploy/setup.sh run test bench

setup-bundle:
	@VENV=$(VENV) deploy/setup.sh run bundle

setup-test:
	@VENV=$(VENV) deploy/setup.sh run test

lint:  ## run the linters and the type checker
	$(call step,form: ruff)
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	$(call step,types: mypy)
	@$(VENV)/bin/mypy
	$(call step,rooms: import-linter)
	@$(VENV)/bin/lint-imports --no-logo
	$(call step,QML: qmllint and qmlformat)
	@$(PYTHON) -m tests.lint.qml
	$(call step,translations)
	@$(PYTHON) -m tests.lint.translations

quick:  ## run the unit tests that neither draw nor start programs
	$(call step,tests: quick)
	@$(UNIT) -m "not slow"

unit:  ## run all tests except the end-to-end ones
	$(call step,tests: unit)
	@$(UNIT)

end2end:  ## run the end-to-end tests
	$(call step,tests: end to end)
	@$(END2END)

torture: setup-test  ## set up, then kill the syncing, publishing and editing processes at 1,000 points, and merge the work of two people in 1,000 orders
	$(call step,torture)
	@$(PYTHON) -m tests.end2end.torture

trial:  ## set up, then run the long tests, as root: a device and an image that upgrade themselves, the Studio's bundle, presentations; two hours
	@VENV=$(VENV) deploy/setup.sh run test trial
	$(call step,trial)
	@$(PYTHON) -m pytest -n 0 -o python_files='trial_*.py' tests/trial

monkey: setup-test  ## set up, then run random input on the desk: 200,000 touches, keys and pauses
	$(call step,monkey)
	@$(PYTHON) -m tests.monkey --screen torget-desk
	@$(PYTHON) -m tests.monkey --screen kompassen-desk

soak: setup-test  ## set up, then run a kiosk for 24 simulated hours and 30 real minutes
	$(call step,soak)
	@$(PYTHON) -m tests.soak

lock: setup-test  ## lock every Python package by version and hash; UPGRADE=1 for the newest versions
	$(call step,lock)
	@UV=$(VENV)/bin/uv deploy/lock.sh $(if $(UPGRADE),--upgrade)

deb: setup-test  ## build the Debian packages into build/; ARCH=arm64 for the other architecture
	$(call step,package)
	@deploy/deb/build.sh $(ARCH)

studio-bundle: setup-bundle  ## build the Studio with its own Python into build/, for Linux machines without one
	$(call step,Studio bundle)
	@PYTHON=$(PYTHON) deploy/studio/build.sh

release: setup-test  ## build the packages for both architectures, and a signed apt repository in build/apt; SIGN_KEY=ID
	$(call step,release)
	@test -n "$(SIGN_KEY)" || { echo 'SIGN_KEY names the OpenPGP key that signs the repository'; exit 2; }
	@for arch in amd64 arm64; do deploy/deb/build.sh $$arch || exit 1; done
	@SIGN_KEY='$(SIGN_KEY)' deploy/deb/repository.sh build/apt build/infodisk*_$$($(PYTHON) -c 'import kiosk; print(kiosk.__version__)')_*.deb

bench: setup-bench  ## set up, then benchmark the product: a table, and build/bench.json
	$(call step,benchmarks)
	@$(PYTHON) -m tests.bench

fuzz: setup-test  ## set up, then fuzz every parser of untrusted input for FUZZ_S seconds (3600)
	$(call step,fuzz)
	@$(PYTHON) -m tests.fuzz --seconds $(or $(FUZZ_S),3600)

format:  ## format the Python and the QML
	@$(VENV)/bin/ruff format
	@$(PYTHON) -m tests.lint.qml --fix

translations:  ## collect new texts into assets/i18n/*.ts and compile them
	@$(PYTHON) -m tests.lint.translations --update

screenshots:  ## draw every desk page into build/screenshots
	@$(PYTHON) -m tests.screenshots

live-screenshots:  ## draw every kind of live slide in every language into build/live-screenshots
	@$(PYTHON) -m tests.live_screenshots

reference: setup-test  ## generate docs/commands.md from the program
	@$(PYTHON) -m tests.reference

pictures: setup-test  ## set up, then draw the pictures of README.md and docs/ into docs/pictures
	@$(PYTHON) -m tests.pictures

clean:  ## remove everything that the other commands created
	rm -rf .venv .venv-latest build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
