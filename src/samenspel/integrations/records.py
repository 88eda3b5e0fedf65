"""What a harvested metadata record comes down to, whatever format it came in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Record:
    """Plain text without markup, white space tidied; empty when the source does not say.

    `licence` is what the source wrote, `licence_code` our name for it (`licences.normalise`).
    `levels` are the source's own words for whom it is, `sectors` what they come down to: `po`,
    `vo`, `mbo` or `ho`. `published` is as exact as the source: `2017`, `2017-05` or `2017-05-03`.
    `authors` are organisations, and people only when `is_publication`.
    `is_open` and `is_free` are None when the source does not say.
    """

    title: str
    description: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()
    licence: str = ""
    licence_code: str = ""
    urls: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    resource_types: tuple[str, ...] = ()
    is_publication: bool = False
    levels: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    is_open: bool | None = None
    is_free: bool | None = None


class BadMetadata(Exception):
    """A metadata element that gives no usable record; `code` says why."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
