"""Pages around one question and lists of questions."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.common.taxonomy import Domain, Sector
from samenspel.questions import actions, queries
from samenspel.questions.choices import Status
from samenspel.questions.forms import JoinForm, QuestionForm
from samenspel.questions.models import Question
from samenspel.questions.personal_data import concerns_in

PAGE = 20


def _visible(request: HttpRequest, pk: int) -> Question:
    """The question if this reader may know of it, else 404."""
    questions = Question.objects.visible_to(request.user).with_askers()
    return get_object_or_404(questions.select_related("organisation", "owner"), pk=pk)


def _allowed(request: HttpRequest, permission: str, question: Question) -> None:
    """403 with a plain reason when the reader may see this question but not do this."""
    if not request.user.has_perm(permission, question):
        raise PermissionDenied(_("Alleen wie de vraag stelt, kan dit doen."))


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every open question, newest first."""
    sector, domain = request.GET.get("sector", ""), request.GET.get("domein", "")
    found = queries.open_questions(
        sector=sector if sector in Sector.values else "",
        domain=domain if domain in Domain.values else "",
    )
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("pagina")),
        "sectors": Sector.choices,
        "domains": Domain.choices,
        "sector": sector,
        "domain": domain,
    }
    return render(request, "questions/index.html", context)


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One question, in the words of who asked it."""
    question = _visible(request, pk)
    user = request.user
    mine = user.has_perm("questions.change_question", question)
    joined = user.is_authenticated and question.same_question.filter(user=user).exists()
    context = {
        "question": question,
        "mine": mine,
        "joined": joined,
        "join_form": JoinForm(),
        "can_ask": user.has_perm("questions.ask_question", question),
        "can_withdraw": user.has_perm("questions.withdraw_question", question),
        "is_open": question.status == Status.OPEN,
    }
    return render(request, "questions/detail.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The owner's form; when somebody saved in between both versions are shown, nothing is lost."""
    question = _visible(request, pk)
    _allowed(request, "questions.change_question", question)
    form = QuestionForm(
        request.POST or None,
        instance=question,
        organisations=queries.organisations_of(request.user),
    )
    context: dict[str, Any] = {"form": form, "question": question}
    status = 200
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            actions.change(
                question=question, version=values.pop("version"), values=values, by=request.user
            )
        except actions.SomebodyElseSaved as conflict:
            context["conflict"] = conflict.current
            form.data = form.data.copy()
            form.data["version"] = str(conflict.current.version)
            status = 409
        else:
            messages.success(request, _("Je vraag is bewaard."))
            return redirect(question)
    return render(request, "questions/edit.html", context, status=status)


@login_required
@require_POST
def autosave(request: HttpRequest, pk: int) -> HttpResponse:
    """Save while typing; answers with one line that says how it went."""
    question = _visible(request, pk)
    _allowed(request, "questions.change_question", question)
    form = QuestionForm(
        request.POST, instance=question, organisations=queries.organisations_of(request.user)
    )
    context: dict[str, Any] = {"form": form, "at": timezone.localtime()}
    if form.is_valid():
        values = dict(form.cleaned_data)
        try:
            saved = actions.change(
                question=question, version=values.pop("version"), values=values, by=request.user
            )
            context["saved"] = saved
        except actions.SomebodyElseSaved as conflict:
            context["conflict"] = conflict.current
    return render(request, "questions/saved.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Last look before everyone can read it, with what looks like personal data marked."""
    question = _visible(request, pk)
    _allowed(request, "questions.ask_question", question)
    concerns = concerns_in(question.title, question.text)
    refused = False
    if request.method == "POST":
        if not concerns or request.POST.get("checked") == "on":
            actions.ask(question=question, by=request.user)
            messages.success(request, _("Je vraag is gesteld. Iedereen kan haar nu lezen."))
            return redirect(question)
        refused = True
    context = {"question": question, "concerns": concerns, "refused": refused}
    return render(request, "questions/ask.html", context, status=422 if refused else 200)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's question out of sight."""
    question = _visible(request, pk)
    _allowed(request, "questions.withdraw_question", question)
    actions.withdraw(question=question, by=request.user)
    messages.success(request, _("Je vraag is ingetrokken. Alleen jij ziet haar nog."))
    return redirect(question)


@login_required
@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Say "dit is ook mijn vraag"."""
    question = _visible(request, pk)
    if not request.user.has_perm("questions.share_question", question):
        raise PermissionDenied(_("Dit is al je eigen vraag, of zij staat niet open."))
    form = JoinForm(request.POST)
    if not form.is_valid():
        context = {"question": question, "join_form": form, "is_open": True}
        return render(request, "questions/detail.html", context, status=422)
    membership = request.membership  # type: ignore[attr-defined]
    actions.join(
        question=question,
        by=request.user,
        organisation=membership.organisation if membership else None,
        words=form.cleaned_data["words"],
    )
    messages.success(request, _("Genoteerd: dit is ook jouw vraag."))
    return redirect(question)


@login_required
@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Take that back."""
    question = _visible(request, pk)
    actions.leave(question=question, by=request.user)
    messages.success(request, _("Deze vraag staat niet meer bij jouw vragen."))
    return redirect(question)
