"""School registers in CSV: DUO's own files and the geocoded file made from them.

file = open_register(path)          # raises FileRefused: the file as a whole cannot be used
for row in file.rows():
    match row:
        case SiteRow():   ...       # a good row
        case RowError():  ...       # one problem of a row that is left out
        case Repeated():  ...       # the same site again, differing in place only: joined
"""

from samenspel.integrations.duo.layouts import LAYOUTS, Layout
from samenspel.integrations.duo.reader import RegisterFile, open_register
from samenspel.integrations.duo.values import FileRefused, Repeated, RowError, SiteRow

__all__ = [
    "LAYOUTS",
    "FileRefused",
    "Layout",
    "RegisterFile",
    "Repeated",
    "RowError",
    "SiteRow",
    "open_register",
]
