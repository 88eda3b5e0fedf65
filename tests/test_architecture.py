"""What import-linter cannot see: foreign keys named by string, and habits every action keeps."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from samenspel.search.registry import sources

PACKAGE = Path(settings.PROJECT) / "src" / "samenspel"
ORDER = [
    "portal",
    "matching",
    "questions",
    "organisations",
    "accounts",
    "search",
    "ui",
    "common",
]
BESIDE = {"catalogue": "questions", "knowledge": "questions"}
ACTIONS = sorted(PACKAGE.glob("*/actions*.py")) + sorted(PACKAGE.glob("*/actions/*.py"))


def height(room):
    """How far from the top a room lies; a larger number lies lower."""
    return ORDER.index(BESIDE.get(room, room))


def test_every_room_has_its_place():
    rooms = {config.label for config in apps.get_app_configs() if "samenspel" in config.name}
    assert rooms - set(ORDER) - BESIDE.keys() == set()


def test_foreign_keys_point_down_or_to_the_own_room():
    wrong = []
    for model in apps.get_models():
        room = model._meta.app_label
        for field in model._meta.get_fields():
            other = getattr(field.remote_field, "model", None) if field.concrete else None
            target = other._meta.app_label if other else ""
            ours = {room, target} <= set(ORDER) | BESIDE.keys()
            is_account = other is not None and other._meta.label == settings.AUTH_USER_MODEL
            if ours and target != room and not is_account and height(target) <= height(room):
                wrong.append(f"{model._meta.label}.{field.name} -> {other._meta.label}")
    assert wrong == []


def public_functions(path):
    """The functions of a module that others may call."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def names_in(node):
    """Every name and attribute used in a function, those of its decorators included."""
    return {
        getattr(part, "id", None) or getattr(part, "attr", None)
        for part in ast.walk(node)
        if isinstance(part, ast.Name | ast.Attribute)
    }


@pytest.mark.parametrize("path", ACTIONS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_action_tells_one_complete_story(path):
    """Keyword-only, by somebody, in one transaction, with its audit event inside."""
    helpers = {
        node.name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and {"record"} <= names_in(node)
    }
    faults = []
    for function in public_functions(path):
        arguments = {argument.arg for argument in function.args.kwonlyargs}
        used = names_in(function)
        if "by" not in arguments:
            continue
        if function.args.args:
            faults.append(f"{function.name}: takes positional arguments")
        if "atomic" not in used:
            faults.append(f"{function.name}: no transaction")
        if not used & ({"record"} | helpers):
            faults.append(f"{function.name}: no audit event")
        if not ast.get_docstring(function):
            faults.append(f"{function.name}: no docstring")
    assert faults == []


def test_every_findable_model_says_who_may_see_it():
    silent = [
        source.kind for source in sources() if not hasattr(source.model.objects, "visible_to")
    ]
    assert silent == []


def test_every_room_has_a_readme():
    rooms = [path for path in PACKAGE.iterdir() if (path / "__init__.py").exists()]
    assert [room.name for room in rooms if not (room / "README.md").exists()] == []
