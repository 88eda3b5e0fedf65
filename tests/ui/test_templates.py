"""The security policy allows nothing inline and nothing from elsewhere; no template may try."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "samenspel"
FILES = sorted([*SOURCE.rglob("*.html"), *SOURCE.rglob("*.svg"), *SOURCE.rglob("*.py")])
FORBIDDEN = {
    "a style attribute": r"\sstyle=",
    "a style element": r"<style\b",
    "an event attribute": r"<[^>]*\son[a-z]+=[\"']",
    "an inline script": r"<script(?![^>]*(\bsrc=|application/(ld\+)?json))",
    "a javascript address": r"javascript:",
    "script in htmx": r"\bhx-(on|vars)\b|hx-[a-z]+=[\"']js:",
    "a file from elsewhere": r"<(script|link|img|iframe|use)\b[^>]*(src|href)=[\"']?(https?:)?//",
}


def faults(text):
    return [name for name, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_template_keeps_to_the_security_policy(path):
    text = re.sub(r"<(link|svg)[^>]*xmlns=[^>]*>", "", path.read_text("utf-8"))
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        '<p style="color:red">',
        "<style>p{}</style>",
        '<a onclick="x()">',
        "<script>x()</script>",
        '<a href="javascript:x()">',
        '<a hx-on:click="x">',
        '<script src="https://elders.example/x.js"></script>',
    ],
)
def test_each_fault_is_seen(text):
    assert faults(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "<script src=\"{% static 'ui/samenspel.js' %}\" defer></script>",
        '<script type="application/json">{}</script>',
        '<a href="https://example.org/">',
    ],
)
def test_what_is_allowed_passes(text):
    assert faults(text) == []
