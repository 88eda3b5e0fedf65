"""What is wrong with a register file, in words: the problem and what to do about it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samenspel.integrations.duo import LAYOUTS, FileRefused, Repeated, RowError

LAYOUT_NAMES = {"geocoded": "schoolvestigingen met plaats op de kaart", "duo": "DUO-adressen"}


def explain_row(error: RowError) -> tuple[str, str]:
    """What is wrong with a row, and the remedy."""
    values = {"value": error.value, "line": error.other_line}
    problem, remedy = _row_words()[error.code]
    return problem % values, remedy % values


def _row_words() -> Mapping[str, tuple[str, str]]:
    return {
        "line_too_long": (
            _("deze regel is veel te lang"),
            _("Kijk of er een regeleinde ontbreekt."),
        ),
        "encoding": (
            _("deze regel is beschadigd: er staan tekens in die geen UTF-8 zijn"),
            _("Verbeter de vreemde tekens en sla het bestand op als UTF-8."),
        ),
        "control": (
            _("er staan onzichtbare tekens in “%(value)s”"),
            _("Haal de onzichtbare tekens weg."),
        ),
        "quote": (
            _("er staat een aanhalingsteken dat niet klopt"),
            _("Sluit het aanhalingsteken of haal het weg."),
        ),
        "columns": (
            _("het aantal kolommen klopt niet (%(value)s)"),
            _("Kijk of er een scheidingsteken te veel of te weinig staat."),
        ),
        "required": (_("dit veld is leeg, maar is wel nodig"), _("Vul het veld in.")),
        "too_long": (_("“%(value)s…” is te lang"), _("Maak de tekst korter.")),
        "brin": (
            _("“%(value)s” is geen BRIN"),
            _("Een BRIN is twee cijfers en twee letters, zoals 12AB."),
        ),
        "code": (
            _("“%(value)s” is geen vestigingscode"),
            _("Een vestigingscode is de BRIN met twee cijfers, zoals 12AB00."),
        ),
        "code_brin": (
            _("de vestigingscode “%(value)s” hoort niet bij de BRIN in deze regel"),
            _("Zoek uit welke van de twee klopt en verbeter de andere."),
        ),
        "postcode": (
            _("“%(value)s” is geen postcode"),
            _("Een postcode is vier cijfers en twee letters, zoals 1234 AB."),
        ),
        "province": (
            _("“%(value)s” is geen provincie die we kennen"),
            _("Kies een van de twaalf provincies van Nederland."),
        ),
        "type": (
            _("“%(value)s” is geen schoolsoort die we kennen"),
            _("Kijk of de soort goed is geschreven. Hoger onderwijs hoort hier niet."),
        ),
        "pupils": (
            _("“%(value)s” is geen aantal leerlingen"),
            _("Vul een geheel getal in, of laat het veld leeg."),
        ),
        "coordinates": (
            _("“%(value)s” is geen plaats op de kaart"),
            _("Vul lengte- én breedtegraad in als getal, of laat beide leeg."),
        ),
        "outside": (
            _("de plaats “%(value)s” ligt niet in Nederland"),
            _("Kijk of lengte- en breedtegraad verwisseld zijn."),
        ),
        "date": (
            _("“%(value)s” is geen datum"),
            _("Schrijf een datum als 31-12-2024."),
        ),
        "duplicate": (
            _("vestiging %(value)s staat ook op regel %(line)s, met andere gegevens"),
            _("Laat één van de twee regels staan."),
        ),
    }


def explain_repeat(row: Repeated) -> str:
    """Why a row was joined with an earlier one."""
    return _(
        "vestiging %(code)s staat ook op regel %(line)s; alleen huisnummer of plaats op de kaart "
        "verschilt, dus de eerste regel telt"
    ) % {"code": row.code, "line": row.other_line}


def explain_file(error: FileRefused) -> tuple[str, str]:
    """Why a file cannot be used as a whole, and the remedy."""
    values = _readable(error.values)
    problem, remedy = _file_words()[error.code]
    return problem % values, remedy % values


def _readable(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: ", ".join(map(str, value))
        if isinstance(value, tuple)
        else LAYOUT_NAMES.get(value, value)
        for name, value in values.items()
    }


def _file_words() -> Mapping[str, tuple[str, str]]:
    known = "; ".join(
        f"{LAYOUT_NAMES[layout.name]} ("
        + ", ".join(layout.columns[name][0] for name in layout.required)
        + ")"
        for layout in LAYOUTS
    )
    kinds = _("We kennen deze indelingen: %s.") % known.replace("%", "%%")
    return {
        "unreadable": (
            _("Het bestand kan niet worden gelezen: %(reason)s."),
            _("Kijk of de naam klopt en of je het bestand mag openen."),
        ),
        "empty": (_("Het bestand is leeg."), _("Kies een bestand met scholen.")),
        "no_rows": (
            _("Het bestand heeft kolomnamen, maar geen scholen."),
            _("Kies een bestand met scholen."),
        ),
        "too_large": (
            _("Het bestand is groter dan %(megabytes)s MB."),
            _("Kijk of dit het goede bestand is, of knip het in stukken."),
        ),
        "too_many_rows": (
            _("Het bestand heeft meer dan %(rows)s regels."),
            _("Kijk of dit het goede bestand is."),
        ),
        "not_text": (
            _("Dit is een bestand van de soort %(kind)s en geen CSV."),
            _("Open het bestand en bewaar het als CSV."),
        ),
        "encoding": (
            _(
                "De tekens in het bestand kloppen niet (regel %(line)s). Geprobeerd: %(tried)s. "
                "Het lijkt op %(likely)s."
            ),
            _("Bewaar het bestand opnieuw, met de tekencodering UTF-8."),
        ),
        "unknown_layout": (_("De kolommen van dit bestand zijn niet bekend: %(columns)s."), kinds),
        "missing_column": (
            _("In het bestand (%(layout)s) ontbreekt een kolom: %(columns)s."),
            kinds,
        ),
    }


def field_label(name: str) -> str:
    """The word for a field of a site, for lists of changes."""
    return {
        "name": _("naam"),
        "street": _("straat en nummer"),
        "postcode": _("postcode"),
        "place": _("plaats"),
        "municipality": _("gemeente"),
        "region": _("provincie"),
        "sectors": _("sector"),
        "website": _("website"),
        "longitude": _("lengtegraad"),
        "latitude": _("breedtegraad"),
        "closed_on": _("gesloten op"),
        "school_type": _("schoolsoort"),
        "denomination": _("richting"),
        "education_area": _("onderwijsgebied"),
        "pupils": _("leerlingen"),
        "opened_on": _("geopend op"),
        "board_number": _("bestuur"),
    }[name]


def shown(value: Any) -> str:
    """A value in a list of changes."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, float):
        return f"{value:.5f}"
    return str(value)
