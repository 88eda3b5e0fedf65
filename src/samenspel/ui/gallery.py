"""What the gallery shows: a form with every kind of field, pages, choices; all of it made up."""

import re
from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest

from samenspel.common.taxonomy import EvidenceLevel, Kind, Sector
from samenspel.ui.gallery_code import CODE

LONG = "Onderwijsachterstandenbeleidsinformatievoorziening"


class SampleForm(forms.Form):
    """Every kind of field once."""

    quiet = False
    """Whether the error summary leaves the focus where it is; only in the gallery."""

    title = forms.CharField(
        label="Korte titel", max_length=80, help_text="Zo herkennen anderen je vraag."
    )
    text = forms.CharField(
        label="Wat speelt er?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Schrijf het zoals je het tegen een collega zou zeggen. Noem geen leerlingen.",
    )
    sector = forms.ChoiceField(label="Sector", choices=Sector.choices, widget=forms.RadioSelect)
    themes = forms.MultipleChoiceField(
        label="Waar gaat het over?",
        required=False,
        choices=[("taal", "Taal"), ("rekenen", "Rekenen"), ("lang", LONG)],
        widget=forms.CheckboxSelectMultiple,
    )
    region = forms.ChoiceField(
        label="Regio",
        required=False,
        choices=[("", "Kies een regio"), ("drenthe", "Drenthe"), ("zeeland", "Zeeland")],
    )
    since = forms.DateField(
        label="Sinds wanneer?",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    pupils = forms.IntegerField(label="Aantal leerlingen", min_value=1, required=False)
    email = forms.EmailField(label="E-mailadres", required=False)
    document = forms.FileField(label="Bijlage", required=False, help_text="PDF, hoogstens 5 MB.")
    consent = forms.BooleanField(
        label="Anderen mogen mijn vraag zien", help_text="Je naam zie je alleen zelf."
    )


def samples(request: HttpRequest) -> dict[str, Any]:
    """The context of the gallery page."""
    wrong = SampleForm(
        {
            "fout-text": "Lang " * 100,
            "fout-sector": "wo",
            "fout-since": "gisteren",
            "fout-email": "anna@",
        },
        prefix="fout",
    )
    wrong.quiet = True
    sections = (("Overzicht", 0), ("Ervaringen", 12), ("Onderzoek", 0), ("Prijs", 0))
    return {
        "form": SampleForm(),
        "wrong": wrong,
        "kinds": Kind.values,
        "levels": EvidenceLevel.values,
        "long": LONG,
        "page": Paginator(range(1234), 20).get_page(request.GET.get("page", 7)),
        "short_page": Paginator(range(50), 20).get_page(1),
        "crumbs": [("Vragen", "#"), ("Woordenschat bij kleuters", "")],
        "tabs": [
            {"label": label, "href": "#tabs", "count": count or None, "current": place == 0}
            for place, (label, count) in enumerate(sections)
        ],
        "steps": ["Wat speelt er?", "Voor wie?", "Wat wil je bereiken?", "Nakijken"],
        "options": [
            {"value": "po", "label": "Primair onderwijs", "count": 1204, "selected": True},
            {"value": "vo", "label": "Voortgezet onderwijs", "count": 311, "selected": False},
            {"value": "x", "label": LONG, "count": 0, "selected": False},
        ],
        "reasons": [
            "gaat ook over woordenschat bij kleuters",
            "3 scholen in jouw regio vragen dit ook",
        ],
        "errors": [("title", "Geef je vraag een titel"), ("", "De server was even weg")],
        "icons": re.findall(r'symbol id="([\w-]+)"', SPRITE.read_text("utf-8")),
        "colours": COLOURS,
        "code": CODE,
    }


SPRITE = Path(__file__).parent / "static" / "ui" / "icons.svg"
COLOURS = (
    ("paper", "Papier"),
    ("card", "Kaart"),
    ("sand", "Zand"),
    ("ink", "Inkt"),
    ("deep", "Diep"),
    ("accent", "Saffraan"),
)
