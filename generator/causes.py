"""Why the system could not do something, in words for people: its own come in English only."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

from generator.messages import Message, msg

_CAUSES: Mapping[int, Message] = MappingProxyType(
    {
        errno.ENOENT: msg("the file or the folder does not exist"),
        errno.EACCES: msg("there is no permission for it"),
        errno.EPERM: msg("the system does not allow it"),
        errno.EROFS: msg("this disk can only be read"),
        errno.ENOSPC: msg("the disk is full"),
        errno.EDQUOT: msg("the room you may use is full"),
        errno.EFBIG: msg("it is larger than the disk allows"),
        errno.EIO: msg("the disk or the connection to it fails"),
        errno.EISDIR: msg("it is a folder, not a file"),
        errno.ENOTDIR: msg("a part of the path is a file, not a folder"),
        errno.EEXIST: msg("something with this name is there already"),
        errno.ENOTEMPTY: msg("the folder is not empty"),
        errno.ENAMETOOLONG: msg("the name is too long for this system"),
        errno.EINVAL: msg("this system does not take this name or this action"),
        errno.EILSEQ: msg("the name has characters that this system does not know"),
        errno.ELOOP: msg("links in the path lead to each other, or a link stands where none may be"),
        errno.EMFILE: msg("this program has too many files open"),
        errno.ENFILE: msg("this computer has too many files open"),
        errno.EBUSY: msg("something else is using it"),
        errno.ETXTBSY: msg("it is a program that is running"),
        errno.EXDEV: msg("it is on another disk"),
        errno.ENXIO: msg("nobody reads from it or writes to it"),
        errno.ENODEV: msg("there is no such device"),
        errno.ENOMEM: msg("there is not enough memory"),
        errno.EAGAIN: msg("the system is too busy at the moment"),
        errno.EPIPE: msg("who was reading it has stopped"),
        errno.ETIMEDOUT: msg("there was no answer in time"),
        errno.ESTALE: msg("the connection to the network disk was lost"),
        errno.EADDRINUSE: msg("the address is in use already"),
        errno.EADDRNOTAVAIL: msg("this computer does not have that address"),
    }
)


def cause(error: OSError) -> Message:
    """Return why, as a part of a sentence; of a cause without words here, the name of its code.

    Args:
        error: What the system refused.
    """
    number = error.errno or 0
    code = msg("error code {name}", name=errno.errorcode.get(number, str(number)))
    return _CAUSES.get(number, code) if number else msg("the system gives no cause")
