"""A catalogue in another repository is checked by this project: by pre-commit, on GitHub and on GitLab.

Nothing is fetched here. What installs packages is given a `pip` that writes down what it is asked for, and
`catalogue` is the command of this environment; scripts run as those programs run them, with nothing else set.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from project import EPOCH

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
ENTRY = "catalogue/organisations/voorbeeldstad/applications/meldingen.md"
ERROR = ("status: in-use", "status: gereed")
WARNING = ("licence: EUPL-1.2", "licence: GPL-3.0")
INSTALLING = "» Pakketten installeren uit requirements.txt\n"
# What pip is asked: only packages of the lock file, by their fingerprints, and then the project itself.
INSTALLED = """\
install -qq --require-hashes --only-binary :all: -r requirements.txt
install -qq --no-deps --no-build-isolation --editable .
check
"""
PYTHON = f"""\
#!/bin/sh
if [ "$1 $2" = "-m pip" ]; then shift 4; echo "$*" >>"${{0%/bin/python}}/asked"; exit; fi
exec {shlex.quote(sys.executable)} "$@"
"""
CATALOGUE = f"""\
#!/bin/sh
exec {shlex.quote(str(BIN / "catalogue"))} "$@"
"""
TEXT = f"""\
{ENTRY}:5:9: fout [choice-is-known] 'gereed' is geen keuze voor 'status'
  5 | status: gereed
    |         ^^^^^^ kies uit: idea, pilot, in-use, phasing-out of stopped
"""
ANNOTATION = (
    f"::error file={ENTRY},line=5,endLine=5,col=9,endColumn=15,title=choice-is-known::"
    "'gereed' is geen keuze voor 'status'%0Akies uit: idea, pilot, in-use, phasing-out of stopped\n"
)
SUMMARY = f"""\
## 1 fout in 1 bestand

### `{ENTRY}`

| Plek | Ernst | Regel | Wat er mis is | Wat u doet |
|---|---|---|---|---|
| 5:9 | fout | [choice-is-known](<https://voorbeeld.nl/regels/choice-is-known/>) | \
`'gereed' is geen keuze voor 'status'` | `kies uit: idea, pilot, in-use, phasing-out of stopped` |
"""


@dataclass(frozen=True)
class Said:
    """What a script printed, and how it ended."""

    code: int
    out: str
    err: str


def yaml_in(name: str) -> list[Any]:
    """Return the documents of a YAML file of this project."""
    return list(yaml.safe_load_all((ROOT / name).read_text("utf-8")))


def bash(script: str, cwd: Path, environment: Mapping[str, str]) -> Said:
    """Run a script as GitHub does, and GitLab too: it ends at the first command that fails."""
    settings = {
        "PATH": f"{BIN}:/usr/local/bin:/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_SYSTEM": "/dev/null",
        "PYTHON": sys.executable,
        "SOURCE_DATE_EPOCH": EPOCH,
        "TMPDIR": str(cwd.parent),
        **environment,
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    result = subprocess.run(command, cwd=cwd, env=settings, capture_output=True, text=True, check=False)
    return Said(result.returncode, result.stdout, result.stderr)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Return another repository, with the catalogue of the cases."""
    shutil.copytree(ROOT / "tests/cases/_base/catalogue", tmp_path / "other/catalogue")
    return tmp_path / "other"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a checkout of this project as far as the scripts use it, with a `pip` that only writes down."""
    folder = tmp_path / "program"
    for name in (".ci/venv.sh", "requirements.txt", "pyproject.toml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    for name, text in (("python", PYTHON), ("catalogue", CATALOGUE)):
        file = folder / ".venv/bin" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)
    return folder


def spoil(repository: Path, fault: tuple[str, str]) -> None:
    """Put a fault into the entry of a repository."""
    file = repository / ENTRY
    text = file.read_text("utf-8")
    assert fault[0] in text
    file.write_text(text.replace(*fault, 1), encoding="utf-8")


def files_in(repository: Path) -> int:
    """Return how many files a catalogue has: what a clean run counts."""
    return sum(file.is_file() for file in (repository / "catalogue").rglob("*"))


# pre-commit: it would fetch packages, so the entry of the hook is run as it would run that.


def hook(name: str = "catalogue-validate") -> dict[str, Any]:
    """Return one of the hooks there are."""
    [hooks] = yaml_in(".pre-commit-hooks.yaml")
    [found] = [each for each in hooks if each["id"] == name]
    assert isinstance(found, dict)
    return found


def test_the_hook_is_a_command_that_this_project_installs() -> None:
    """Whoever names the hook gets `catalogue validate`, once a commit, when the catalogue changes."""
    assert hook() == {
        "id": "catalogue-validate",
        "name": "catalogus",
        "description": "Checks every entry, and says what to mend.",
        "entry": "catalogue validate",
        "language": "python",
        "files": "^catalogue/",
        "pass_filenames": False,
    }
    assert '\ncatalogue = "generator.cli:main"\n' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_the_second_hook_mends_what_is_certain_and_leaves_the_rest(other: Path) -> None:
    """A misspelt choice is put right in the file itself; git then stops, since the file has changed."""
    assert hook("catalogue-fix") == {
        **hook(),
        "id": "catalogue-fix",
        "name": "catalogus, herstellen",
        "description": "Mends what can only mean one thing, and says what is left to mend.",
        "entry": "catalogue validate --fix",
    }
    file = next(other.rglob("meldingen.md"))
    good = file.read_text("utf-8")
    file.write_text(good.replace("status: in-use", "status: In use"), "utf-8")
    said = bash(hook("catalogue-fix")["entry"], other, {})
    summary = f"{files_in(other)} bestanden gecontroleerd: geen fouten\n1 melding opgelost in 1 bestand\n"
    assert said == Said(0, "", summary)
    assert file.read_text("utf-8") == good


def test_the_hook_lets_a_good_catalogue_pass_and_stops_a_bad_one(other: Path) -> None:
    """Exit code 0 lets git commit; any other stops it, and the person sees why."""
    good = bash(hook()["entry"], other, {})
    assert good == Said(0, "", f"{files_in(other)} bestanden gecontroleerd: geen fouten\n")
    spoil(other, ERROR)
    assert bash(hook()["entry"], other, {}) == Said(1, TEXT, "1 fout in 1 bestand\n")


# GitHub


def act(program: Path, workspace: Path, **given: str) -> list[Said]:
    """Run the steps of the action one after another, until one fails, as GitHub does."""
    [action] = yaml_in("action.yml")
    values = {name: each["default"] for name, each in action["inputs"].items()} | given
    context = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(program),
        "GITHUB_STEP_SUMMARY": str(workspace.parent / "summary"),
    }
    said: list[Said] = []
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash"
        settings = {
            name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: values[found[1]], text)
            for name, text in step.get("env", {}).items()
        }
        said.append(bash(step["run"], workspace, context | settings))
        if said[-1].code:
            break
    return said


def test_no_script_of_the_action_holds_what_somebody_filled_in() -> None:
    """An input is a variable of one step: in the text of a script it could be a command."""
    [action] = yaml_in("action.yml")
    steps = action["runs"]["steps"]
    assert [step["run"] for step in steps if "${{" in step["run"]] == []
    assert [step.get("env", {}) for step in steps] == [
        {},
        {
            "CATALOGUE_FOLDER": "${{ inputs.folder }}",
            "CATALOGUE_LANGUAGE": "${{ inputs.language }}",
            "SITE_URL": "${{ inputs.site-url }}",
            "STRICT": "${{ inputs.strict }}",
        },
    ]


def test_the_action_lets_a_good_catalogue_pass(program: Path, other: Path) -> None:
    """It installs what the lock file holds, nothing else, beside itself and not in the catalogue."""
    assert act(program, other) == [
        Said(0, INSTALLING, ""),
        Said(0, "", f"{files_in(other)} bestanden gecontroleerd: geen fouten\n"),
    ]
    assert (program / ".venv/asked").read_text("utf-8") == INSTALLED
    assert [file.name for file in other.iterdir()] == ["catalogue"]


def test_the_action_shows_a_fault_beside_its_line_and_in_the_summary(program: Path, other: Path) -> None:
    """With the address of a site, the summary leads to the page of the rule."""
    spoil(other, ERROR)
    said = act(program, other, **{"site-url": "https://voorbeeld.nl"})
    assert said == [Said(0, INSTALLING, ""), Said(1, ANNOTATION, "1 fout in 1 bestand\n")]
    assert (other.parent / "summary").read_text("utf-8") == SUMMARY


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, (0, "geen fouten en 1 waarschuwing in 1 bestand\n")),
        ({"language": "en"}, (0, "no errors and 1 warning in 1 file\n")),
        ({"strict": "true"}, (1, "geen fouten en 1 waarschuwing in 1 bestand\n")),
        ({"strict": "ja"}, (2, "strict is 'true' of 'false'.\n")),
        ({"folder": "$(touch pwned)"}, (2, "catalogue: '$(touch pwned)' bestaat niet. Klopt het pad?\n")),
    ],
    ids=["plain", "english", "strict", "neither", "hostile"],
)
def test_the_action_does_what_its_inputs_say(
    program: Path, other: Path, given: dict[str, str], expected: tuple[int, str]
) -> None:
    """A warning fails only when that is asked for; what is filled in is never run."""
    spoil(other, WARNING)
    last = act(program, other, **given)[-1]
    assert (last.code, last.err) == expected
    assert [file.name for file in other.iterdir()] == ["catalogue"]


# GitLab


def gitlab(program: str, revision: str, **given: str) -> dict[str, Any]:
    """Return the job of the template, filled in as GitLab does: only where a value is data."""
    head, body = yaml_in("templates/validate.yml")
    values = {name: str(each.get("default", "")) for name, each in head["spec"]["inputs"].items()}
    values |= {"strict": "false", "program": program, "revision": revision, **given}
    job = body["catalogue-validate"]
    for name, variable in job["variables"].items():
        assert variable["expand"] is False, name
        variable["value"] = re.sub(
            r"\$\[\[ inputs\.([a-z-]+) \]\]", lambda found: values[found[1]], variable["value"]
        )
    assert isinstance(job, dict)
    return job


def commit_of(program: Path) -> str:
    """Put a checkout into git, and return the full name of its commit."""
    script = (
        "git init --quiet; git add --force --all;"
        "git -c user.name=x -c user.email=x@voorbeeld.nl commit --quiet --message x; git rev-parse HEAD"
    )
    return bash(script, program, {}).out.strip()


def run_job(job: Mapping[str, Any], project: Path) -> Said:
    """Run the lines of a job, one after another in one shell."""
    settings = {name: variable["value"] for name, variable in job["variables"].items()}
    return bash("\n".join(job["script"]), project, settings)


def test_the_job_on_gitlab_lets_a_good_catalogue_pass(program: Path, other: Path) -> None:
    """It fetches one commit of the program, installs what that locks, and reports nothing."""
    said = run_job(gitlab(str(program), commit_of(program)), other)
    assert said == Said(0, INSTALLING, f"{files_in(other)} bestanden gecontroleerd: geen fouten\n")
    assert json.loads((other / "codequality.json").read_text("utf-8")) == []
    [asked] = other.parent.glob("tmp.*/.venv/asked")
    assert asked.read_text("utf-8") == INSTALLED


def test_the_job_on_gitlab_shows_a_fault_in_its_log_and_hands_over_a_report(
    program: Path, other: Path
) -> None:
    """The report is the file that the job keeps, also when it fails."""
    spoil(other, ERROR)
    job = gitlab(str(program), commit_of(program))
    assert run_job(job, other) == Said(1, INSTALLING + TEXT, "1 fout in 1 bestand\n")
    assert job["artifacts"] == {"when": "always", "reports": {"codequality": "codequality.json"}}
    [found] = json.loads((other / "codequality.json").read_text("utf-8"))
    assert (found["check_name"], found["location"]) == (
        "choice-is-known",
        {"path": ENTRY, "lines": {"begin": 5}},
    )


@pytest.mark.parametrize(("strict", "code"), [("false", 0), ("true", 1)])
def test_the_job_on_gitlab_can_be_strict(program: Path, other: Path, strict: str, code: int) -> None:
    """A warning fails only when that is asked for."""
    spoil(other, WARNING)
    said = run_job(gitlab(str(program), commit_of(program), strict=strict), other)
    assert (said.code, said.err) == (code, "geen fouten en 1 waarschuwing in 1 bestand\n")


def test_a_job_whose_program_is_not_there_fails_before_it_installs(program: Path, other: Path) -> None:
    """Without the commit that was asked for, nothing else is run in its place."""
    commit_of(program)
    said = run_job(gitlab(str(program), "0" * 40), other)
    assert (said.code == 0, said.out) == (False, "")


def test_the_template_fills_nothing_in_where_a_shell_would_read_it() -> None:
    """GitLab puts inputs into text before a job starts, so that place is data only."""
    _, body = yaml_in("templates/validate.yml")
    assert [line for line in body["catalogue-validate"]["script"] if "$[[" in line] == []


@pytest.mark.parametrize(
    ("name", "text", "is_taken"),
    [
        ("program", "https://git.voorbeeld.nl/gemeenten/catalogus.git", True),
        ("program", "--upload-pack=touch pwned", False),
        ("program", "ext::sh -c 'touch pwned'", False),
        ("revision", "0123456789abcdef0123456789abcdef01234567", True),
        ("revision", "v1.0", True),
        ("revision", "--force", False),
    ],
)
def test_the_template_takes_only_addresses_and_revisions(name: str, text: str, *, is_taken: bool) -> None:
    """GitLab refuses another value before a job starts."""
    head, _ = yaml_in("templates/validate.yml")
    assert (re.search(head["spec"]["inputs"][name]["regex"], text) is not None) is is_taken


# The page that explains it


def test_the_page_for_other_catalogues_names_what_there_is() -> None:
    """Each example can be pasted: the hook, the inputs of the action and those of the template exist."""
    page = (ROOT / "docs/bijdragen/eigen-catalogus.md").read_text("utf-8")
    examples = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    workflow, *includes, hooks = examples
    [action] = yaml_in("action.yml")
    head, _ = yaml_in("templates/validate.yml")
    inputs = head["spec"]["inputs"]
    assert workflow["jobs"]["entries"]["steps"][-1]["with"].keys() <= action["inputs"].keys()
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == list(action["inputs"])
    assert [{"id": hook()["id"]}] == hooks["repos"][0]["hooks"]
    required = {name for name, each in inputs.items() if "default" not in each}
    for example in includes:
        [given] = example["include"]
        assert set(given["inputs"]) == required
        assert all(re.search(inputs[name]["regex"], given["inputs"][name]) for name in required)
