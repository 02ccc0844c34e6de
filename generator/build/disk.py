"""What Python has no function for: two folders that change places in one step, and a flush of one disk."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

# <linux/fs.h> and <fcntl.h>: the two names change places; paths count from the current folder.
_EXCHANGE = 2
_HERE = -100
# What a system says that has no such step: an old kernel, or a disk of another kind such as NFS.
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV})


def exchange(one: Path, other: Path) -> bool:
    """Let two folders take each other's place, with no moment in between; False where that cannot be done.

    Raises:
        OSError: It can be done, but not with these two.
    """
    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "renameat2"):
        return False
    if system.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    problem = ctypes.get_errno()
    if problem in _CANNOT:
        return False
    raise OSError(problem, os.strerror(problem), str(other))


def flush(folder: Path) -> None:
    """Have every byte of a folder on disk, so that a power cut leaves no empty files.

    One call for the whole disk where there is one: 20,000 files one by one take minutes on a slow disk.
    """
    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "syncfs"):
        for root, _, names in os.walk(folder):
            for path in (root, *(os.path.join(root, name) for name in names)):  # noqa: PTH118 - quicker
                sync(path)
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if system.syncfs(descriptor):
            problem = ctypes.get_errno()
            raise OSError(problem, os.strerror(problem), str(folder))
    finally:
        os.close(descriptor)


def sync(path: str | Path) -> None:
    """Have one file or the names in one folder on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
