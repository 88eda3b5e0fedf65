import re

import pytest
from django.core.paginator import Paginator
from django.test import Client

from ui.components import render

NASTY = """<script>alert("x")</script>' & "</p>"""
SOURCES = [
    '<c-hit kind="question" title="{{ x }}" href="{{ x }}" :reasons="list">{{ x }}'
    '<c-slot name="meta"><c-meta icon="place">{{ x }}</c-meta></c-slot></c-hit>',
    '<c-card title="{{ x }}" href="{{ x }}" data-x="{{ x }}">{{ x }}</c-card>',
    '<c-notice title="{{ x }}" tone="warning">{{ x }}</c-notice>',
    '<c-page-head title="{{ x }}" eyebrow="{{ x }}" />',
    '<c-field name="a" label="{{ x }}" value="{{ x }}" help="{{ x }}" error="{{ x }}" />',
    '<c-field name="a" label="{{ x }}" value="{{ x }}" type="textarea" />',
    '<c-facet name="a" title="{{ x }}" :options="options" />',
    '<c-breadcrumb :items="crumbs" />',
    '<c-empty title="{{ x }}">{{ x }}</c-empty>',
    '<c-person name="{{ x }}" href="{{ x }}">{{ x }}</c-person>',
    '<c-table caption="{{ x }}"><tr><td>{{ x }}</td></tr></c-table>',
    '<c-search-bar action="{{ x }}" label="{{ x }}" value="{{ x }}" />',
    '<c-button title="{{ x }}">{{ x }}</c-button><c-badge title="{{ x }}">{{ x }}</c-badge>',
    '<c-stat value="{{ x }}" label="{{ x }}" /><c-price amount="{{ x }}" unit="{{ x }}" />',
    '<c-quote by="{{ x }}">{{ x }}</c-quote><c-fold summary="{{ x }}">{{ x }}</c-fold>',
    '<c-event when="{{ x }}" title="{{ x }}" /><c-confirm label="{{ x }}" action="{{ x }}" />',
    '<c-ladder level="{{ x }}" /><c-kind kind="{{ x }}" /><c-steps :items="list" />',
    '<c-progress label="{{ x }}" text="{{ x }}" /><c-group title="{{ x }}" href="{{ x }}" />',
]


@pytest.mark.parametrize("source", SOURCES)
def test_component_escapes_what_it_is_given(source):
    html = render(
        source,
        x=NASTY,
        list=[NASTY],
        crumbs=[(NASTY, NASTY)],
        options=[{"value": NASTY, "label": NASTY, "count": 1, "selected": False}],
    )
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "&amp;lt;" not in html  # once is enough
    assert not re.search(r'="[^"]*<', html)


def test_hit_without_extras_shows_no_empty_parts():
    html = render('<c-hit kind="offering" title="Training" href="/aanbod/1/" />')
    assert "Aanbod" in html
    assert 'href="/aanbod/1/"' in html
    for part in ("reasons", "meta", "card-actions", "card-text", "badge-outline"):
        assert part not in html


@pytest.mark.parametrize(("value", "shown"), [(True, True), (False, False), (None, False)])
def test_hit_marks_what_is_made_up(value, shown):
    html = render('<c-hit kind="offering" title="T" href="/" demo="{{ v }}" />', v=value)
    assert ("Verzonnen" in html) is shown


def test_component_inside_another_does_not_inherit_its_words():
    html = render('<c-card title="Buiten"><c-card><p>Binnen</p></c-card></c-card>')
    assert html.count("Buiten") == 1


def test_pagination_keeps_the_rest_of_the_address():
    page = Paginator(range(100), 10).page(3)
    html = render('<c-pagination :page="page" />', page=page)
    assert 'href="?q=taal&amp;page=4"' in html
    assert '<span aria-current="page">' in html


def test_pagination_of_one_page_is_absent():
    assert render('<c-pagination :page="page" />', page=Paginator([], 10).page(1)) == ""


@pytest.mark.parametrize(
    ("level", "filled"), [("geen", 0), ("onderbouwd", 2), ("sterke_aanwijzingen", 5), ("3", 3)]
)
def test_ladder_has_as_many_filled_rungs_as_the_level(level, filled):
    assert render('<c-ladder level="{{ level }}" />', level=level).count('class="filled"') == filled


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Anna de Vries", "AV"), ("bram", "B"), ("", "?"), ("Obs 't Hof", "OH"), ("123", "?")],
)
def test_initials(name, letters):
    assert f">{letters}<" in render('<c-avatar name="{{ name }}" />', name=name)


def test_table_region_can_be_reached_and_scrolled_by_keyboard():
    html = render('<c-table caption="Prijzen"><tr><td>1</td></tr></c-table>')
    assert 'role="region" aria-label="Prijzen" tabindex="0"' in html


def test_part_of_a_missing_room_is_left_out():
    assert render('{% load ui %}[{% part_if_any "niet/er.html" %}]') == "[]"


def test_first_url_of_missing_routes_is_empty():
    assert render('{% load ui %}[{% first_url "niet:er" "ui:gallery" %}]') == "[/ui/]"
    assert render('{% load ui %}[{% first_url "niet:er" %}]') == "[]"


def test_gallery_shows_every_component(settings):
    from samenspel.ui.gallery import SPRITE

    folder = SPRITE.parents[2] / "templates" / "cotton"
    source = (folder.parent / "ui" / "gallery.html").read_text("utf-8")
    inside = {"logo", "event", "fact", "facet", "error_summary", "reasons", "meta"}
    for path in folder.glob("*.html"):
        tag = f"<c-{path.stem.replace('_', '-')}"
        assert tag in source or path.stem in inside, path.stem


@pytest.mark.django_db
def test_gallery_renders():
    assert Client().get("/ui/").status_code == 200
