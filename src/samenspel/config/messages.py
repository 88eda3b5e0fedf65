"""Translations without GNU gettext: collect the Dutch texts, keep the English ones, compile.

The texts in code and templates are Dutch; `locale/en` holds the English. Run as
`python -m samenspel.config.messages` to collect, with `--check` to see whether English is
complete and up to date (exit code 1 if not), with `--compile` to make what Django reads.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[1]
ENGLISH = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def texts() -> Iterator[tuple[str, int, object, list[str], str | None]]:
    """Every translatable text as (file, line, message, comments, context)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in path.parts:
            yield from _extracted(path, path.read_text(encoding="utf-8"))
    for pattern in ("*.html", "*.txt"):
        for path in sorted(PACKAGE.rglob(f"templates/**/{pattern}")):
            code = templatize(path.read_text(encoding="utf-8"), origin=path.name)
            # What is left of the template's own indentation means nothing to Python.
            yield from _extracted(path, re.sub(r"^[ \t]+", "", code, flags=re.MULTILINE))


def _extracted(path: Path, code: str) -> Iterator[tuple[str, int, object, list[str], str | None]]:
    name = path.relative_to(PACKAGE).as_posix()
    source = io.BytesIO(code.encode())
    for line, message, comments, context in extract("python", source, keywords=KEYWORDS):
        yield name, line, message, comments, context


def collected() -> Catalog:
    """The catalog of all texts, without translations."""
    catalog = Catalog(project="Samenspel", charset="utf-8", fuzzy=False)
    for name, _line, message, comments, context in texts():
        flags = ("python-format",) if "%(" in str(message) else ()
        catalog.add(
            message, locations=[(name, None)], auto_comments=comments, context=context, flags=flags
        )
    return catalog


def english() -> Catalog:
    """The English catalog as it is kept."""
    with ENGLISH.open("rb") as stream:
        return read_po(stream, locale="en")


def update() -> Catalog:
    """The English catalog with every current text; new ones still empty, old ones gone."""
    catalog = english() if ENGLISH.exists() else Catalog(locale="en", fuzzy=False)
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def save(catalog: Catalog) -> None:
    """Write the catalog in a stable order and without dates, so that a diff shows texts only."""
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as stream:
        write_po(stream, catalog, omit_header=False, sort_output=True, width=96, no_location=False)
    kept = ENGLISH.read_text(encoding="utf-8")
    kept = re.sub(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By).*\n', "", kept, flags=re.M)
    ENGLISH.write_text(kept, encoding="utf-8")


def missing() -> list[str]:
    """Texts of the interface that have no English yet, or wrong placeholders."""
    catalog = update()
    found = [
        str(message.id)
        for message in catalog
        if message.id and not (all(message.string) if message.pluralizable else message.string)
    ]
    wrong = [f"{message.id}: {error}" for message, errors in catalog.check() for error in errors]
    return found + wrong


def compile_all() -> None:
    """Make the binary catalogs that Django reads; `nl` holds what libraries say, in our words."""
    for path in sorted(PACKAGE.glob("locale/*/LC_MESSAGES/django.po")):
        with path.open("rb") as stream:
            catalog = read_po(stream, locale=path.parts[-3])
        with path.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalog)


def main(arguments: list[str]) -> int:
    """Collect, check or compile."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    if "--compile" in arguments:
        compile_all()
        return 0
    if "--check" in arguments:
        without = missing()
        for text in without:
            print(f"No English for: {text}", file=sys.stderr)
        return 1 if without else 0
    catalog = update()
    save(catalog)
    compile_all()
    print(f"{len(catalog)} texts, {len(missing())} without English")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
