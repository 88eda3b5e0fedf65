"""The registry's names for types of schools, in words that parents and teachers use."""

from django.utils.translation import gettext as _


def in_words(school_type: str) -> str:
    """`VBO/MAVO/PRO` gives "vmbo-beroepsgericht, mavo en praktijkonderwijs"."""
    words = {
        "basisschool": _("basisschool"),
        "sbao": _("speciaal basisonderwijs"),
        "sbo": _("speciaal basisonderwijs"),
        "so": _("speciaal onderwijs"),
        "vso": _("voortgezet speciaal onderwijs"),
        "(v)so": _("(voortgezet) speciaal onderwijs"),
        "vbo": _("vmbo-beroepsgericht"),
        "mavo": _("mavo"),
        "havo": _("havo"),
        "vwo": _("vwo"),
        "pro": _("praktijkonderwijs"),
        "brugjaar": _("brugklas"),
    }
    *others, last = [words.get(part.lower(), part) for part in school_type.split("/")]
    if not others:
        return last
    return _("%(first)s en %(last)s") % {"first": ", ".join(others), "last": last}
