"""The theme reads well: every pair of text and ground has the contrast that WCAG 2.2 AA asks."""

import re

import pytest

from samenspel.ui.gallery import SPRITE

CSS = (SPRITE.parents[2] / "styles" / "theme.css").read_text("utf-8")
SCHEMES = {
    "light": CSS.split("@media")[0],
    "dark": CSS.split("@media (prefers-color-scheme: dark)")[1].split(":root {")[1],
}
GROUNDS = ("paper", "card", "sand")
TEXT = [(text, ground) for text in ("ink", "text", "muted", "deep") for ground in GROUNDS] + [
    ("on-deep", "deep"),
    ("on-deep", "deep-hover"),
    ("accent-text", "accent-soft"),
    ("text", "accent-soft"),
    ("text", "sand-deep"),
    ("footer-text", "footer"),
    ("footer-muted", "footer"),
    ("error", "card"),
    ("error", "paper"),
    *((tone, f"{tone}-soft") for tone in ("info", "ok", "warning", "error")),
    *(("text", f"{tone}-soft") for tone in ("info", "ok", "warning", "error")),
    *((kind, f"{kind}-soft") for kind in ("question", "knowledge", "supply", "people")),
]
EDGES = [
    ("line-strong", "paper"),
    ("line-strong", "card"),
    ("focus", "paper"),
    ("focus", "card"),
    ("error", "card"),
]


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(scheme, one, other):
    values = dict(re.findall(r"--([\w-]+):\s*#([0-9a-f]{6});", SCHEMES[scheme]))
    lighter, darker = sorted((luminance(values[one]), luminance(values[other])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_stands_out(scheme, text, ground):
    assert contrast(scheme, text, ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_stand_out(scheme, edge, ground):
    assert contrast(scheme, edge, ground) >= 3
