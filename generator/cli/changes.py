"""Which files of a catalogue differ from an earlier revision, as git tells."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from generator.cli.errors import CannotRunError
from generator.messages import Language, msg
from generator.text import shown


def changed_since(folder: Path, revision: str, language: Language) -> frozenset[str]:
    """Return the files of a catalogue that differ from a revision, as in `Location.path`.

    Also files that are not committed, or not known to git and not ignored.

    Args:
        folder: Of the catalogue.
        revision: Whatever git takes for a commit, also of a stranger: it is never taken for an option.
        language: Of what is said when it does not work.

    Raises:
        CannotRunError: There is no git, no checkout, or no such revision.
    """
    if _git(folder, "rev-parse", "--is-inside-work-tree") != b"true\n":
        problem = msg(
            "only in a git checkout can be seen what changed, and '{path}' is in none.", path=folder
        )
        raise CannotRunError(problem.in_language(language))
    commit = _commit(folder, revision)
    if commit is None:
        problem = msg(
            "this git checkout has no revision '{revision}'. Is it spelled right, and was it fetched?",
            revision=shown(revision),
        )
        raise CannotRunError(problem.in_language(language))
    return _differing(folder, commit)


def files_at(folder: Path, revision: str) -> frozenset[str]:
    """Return the files of a catalogue at an earlier revision, as in `Location.path`.

    Args:
        folder: Of the catalogue.
        revision: As in `changed_since`. Without git, or such a revision, there are no files.
    """
    commit = _commit(folder, revision)
    listed = _git(folder, "ls-tree", "-r", "--name-only", "-z", commit) if commit else None
    return _paths(folder, listed)


def proposed_to(environment: Mapping[str, str]) -> str | None:
    """Return the revision that a proposal starts from, as the server that checks it tells; None without one.

    GitHub checks out a merge whose first parent is the branch it goes to; GitLab names a commit.
    """
    if environment.get("GITHUB_EVENT_NAME") == "pull_request":
        return "HEAD^1"
    return environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA") or None


def changed_in_proposal(folder: Path, revision: str) -> frozenset[str]:
    """Return the files that a proposal changes; none when that cannot be known.

    Args:
        folder: Of the catalogue.
        revision: What the proposal starts from.
    """
    commit = _commit(folder, revision)
    return frozenset() if commit is None else _differing(folder, commit)


def _commit(folder: Path, revision: str) -> str | None:
    wanted = f"{revision}^{{commit}}"
    if "\0" in wanted:
        return None
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    return found.decode("ascii").strip() if found else None


def _differing(folder: Path, commit: str) -> frozenset[str]:
    tracked = _git(
        folder,
        *("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative"),
        *("--end-of-options", commit, "--", "."),
    )
    untracked = _git(folder, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    return _paths(folder, tracked) | _paths(folder, untracked)


def _paths(folder: Path, listed: bytes | None) -> frozenset[str]:
    """Return the paths that git lists, each ended by a zero byte; nothing when it failed."""
    names = (listed or b"").split(b"\0")
    return frozenset(f"{folder.name}/{os.fsdecode(name)}" for name in names if name)


def _git(folder: Path, *words: str) -> bytes | None:
    """Return what git prints; None when it fails or is not there."""
    program = shutil.which("git")
    if program is None:
        return None
    # A checkout can name a program for git to run; it is not run.
    command = [program, "-C", str(folder), "-c", "core.fsmonitor=false", *words]
    result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - git, by its full path
    return result.stdout if result.returncode == 0 else None
