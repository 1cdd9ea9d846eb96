"""The systemd unit and the container file use valid options, run unprivileged and shut down cleanly."""

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path, PurePosixPath

import pytest

from mltag_desktop.core.serving.records import ServiceOptions
from mltag_desktop.service.launcher import END, check_access
from mltag_desktop.service.middleware import OPEN
from tests.cli.commands.test_serve import Asked

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
UNIT = (DEPLOY / "mltag.service").read_text(encoding="utf-8").replace("\\\n", " ")
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
ANSWERS = """
import sys

not_there = set(sys.argv[1:])

class NotThere:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in not_there:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, NotThere())
from mltag_desktop.__main__ import main
import mltag_desktop.service.launcher
import mltag_desktop.cli.command_line
import mltag_desktop.cli.commands.service
import mltag_desktop.cli.commands.trials
from mltag_desktop.core.learning.drift_monitor import DriftMonitor
from mltag_desktop.core.learning.drift_monitor import DriftMonitor
from mltag_desktop.core.model.bundle import bundled
model = bundled()
texts = ["Segmenting tumours in MRI scans"] * 60
watch = DriftMonitor(model)
watch.add(texts, model.predict(texts))
assert watch.report().alarms
model.explain(texts[0], None)
"""


def setting(name: str) -> str:
    (found,) = re.findall(rf"^{name}=(.*)$", UNIT, re.MULTILINE)
    return str(found)


def instruction(name: str) -> str:
    return str(re.findall(rf"^{name} (.*)$", CONTAINER, re.MULTILINE)[-1])


def asked_with(words: list[str], tmp_path: Path) -> ServiceOptions:
    """Parse the service's options, with a token file in place of the missing one."""
    token = tmp_path / "token"
    token.write_text("0123456789abcdef0123456789abcdef\n")
    words = [str(token) if word.endswith("/token") else word for word in words]
    asked = Asked()
    assert asked.run(*words) == 0
    (options,) = asked.options
    check_access(options)
    assert options.token
    return options


def test_the_command_of_the_systemd_unit_is_valid(tmp_path: Path) -> None:
    program, command, *words = shlex.split(setting("ExecStart"))
    assert (PurePosixPath(program).name, command) == ("mltag", "serve")
    options = asked_with(words, tmp_path)
    assert options.state.is_relative_to(Path("/var/lib") / setting("StateDirectory"))
    assert int(setting("TimeoutStopSec")) > options.grace_seconds + END
    assert setting("LoadCredential").split(":")[0] in setting("ExecStart").rpartition("/")[2]
    assert setting("User") not in ("", "root", "0")
    assert (setting("NoNewPrivileges"), setting("ProtectSystem"), setting("CapabilityBoundingSet")) == (
        "yes",
        "strict",
        "",
    )


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "mltag.service"
    unit.write_text(
        UNIT.replace("/opt/mltag/bin/mltag", sys.executable).replace("/etc/mltag/token", __file__)
    )
    run = ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", str(unit)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    faults = [line for line in done.stderr.splitlines() if "mltag.service" in line]
    assert (done.returncode, faults) == (0, []), done.stderr


def test_the_command_of_the_container_is_valid(tmp_path: Path) -> None:
    command = json.loads(instruction("ENTRYPOINT")) + json.loads(instruction("CMD"))
    assert command[:2] == ["mltag", "serve"]
    options = asked_with(command[2:], tmp_path)
    assert options.port == int(instruction("EXPOSE"))
    assert options.state.is_relative_to(Path(instruction("VOLUME")))
    assert int(instruction("USER")) > 0
    port, path = re.findall(r"http://127\.0\.0\.1:(\d+)(/\w+)", CONTAINER)[-1]
    assert (int(port), path in OPEN) == (options.port, True)
    for source in re.findall(r"^COPY ([^-].*) \S+$", CONTAINER, re.MULTILINE):
        assert all((DEPLOY.parent / name).exists() for name in source.split())


def test_the_container_copies_all_package_sources() -> None:
    copied = {
        PurePosixPath(name)
        for sources in re.findall(r"^COPY ([^-].*) \S+$", CONTAINER, re.MULTILINE)
        for name in sources.split()
    }
    project = tomllib.loads((DEPLOY.parent / "pyproject.toml").read_text(encoding="utf-8"))
    targets = project["tool"]["hatch"]["build"]["targets"]
    needed = [*targets["wheel"].get("force-include", {}), *project["project"]["license-files"]]
    for name in [*needed, project["project"]["readme"], "pyproject.toml", "mltag_desktop"]:
        path = PurePosixPath(name)
        assert any(path.is_relative_to(one) for one in copied), f"{name} is not copied"


def test_the_service_runs_with_the_packages_of_the_container() -> None:
    (locked,) = re.findall(r"pip install --no-cache-dir --require-hashes -r (\S+)", CONTAINER)
    text = (DEPLOY.parent / locked).read_text(encoding="utf-8")
    installed = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    assert installed >= {"numpy", "fastapi", "uvicorn", "hatchling"}
    not_there = {
        module
        for module, names in packages_distributions().items()
        if not installed & {re.sub(r"[-_.]+", "-", name).lower() for name in names}
    }
    assert not_there >= {"PySide6", "pandas", "httpx"}
    command = [sys.executable, "-c", ANSWERS, *sorted(not_there - {"mltag_desktop"})]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
