"""The main job: type what bothers you, and see what exists already."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samenspel.matching.choices import DismissalReason
from samenspel.matching.dismissals import dismissed
from samenspel.matching.groups import Overview, asker_of, overview
from samenspel.portal import queries
from samenspel.questions import actions, drafts
from samenspel.questions.models import Question
from samenspel.questions.public_forms import AskForm

SHORTEST = 3
"""Characters before anything is looked up while typing."""


@never_cache
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One big field, and what happens here lately."""
    context = {"form": AskForm(initial=drafts.kept(request.session)), **queries.for_home()}
    return render(request, "portal/home.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """What somebody typed with the four groups beside it; from here it is kept or asked."""
    if request.method == "GET":
        return _look(request, AskForm(initial=drafts.kept(request.session)))
    form = AskForm(request.POST)
    if not form.is_valid():
        return render(request, "portal/ask.html", {"form": form}, status=422)
    values = dict(form.cleaned_data)
    drafts.keep(request.session, values)
    intention = request.POST.get("intention", "look")
    if intention not in {"keep", "ask"}:
        return _look(request, form)
    if not request.user.is_authenticated:
        if intention == "keep":
            messages.success(
                request,
                _("Bewaard zolang dit venster open is. Log in om je vraag blijvend te bewaren."),
            )
            return redirect("portal:ask")
        return redirect_to_login(reverse("portal:ask"))
    membership = request.membership  # type: ignore[attr-defined]
    question = actions.start(
        by=request.user, organisation=membership.organisation if membership else None, **values
    )
    drafts.forget(request.session)
    if intention == "ask":
        return redirect("questions:ask", pk=question.pk)
    messages.success(request, _("Bewaard als concept. Alleen jij ziet deze vraag."))
    return redirect(question)


def _look(request: HttpRequest, form: AskForm) -> HttpResponse:
    """The page with the form, and the groups when there is something to look up."""
    values = form.cleaned_data if form.is_bound else form.initial
    context: dict[str, Any] = {"form": form}
    text = values.get("text", "")
    if len(text.strip()) >= SHORTEST:
        context |= _groups(request, text, sector=values.get("sector", ""), meaning=True)
    return render(request, "portal/ask.html", context)


def _groups(request: HttpRequest, text: str, *, sector: str, meaning: bool) -> dict[str, Any]:
    found: Overview = overview(
        text,
        asker=asker_of(request, sector=sector),
        meaning=meaning,
        without=dismissed(request, text),
    )
    return {
        "overview": found,
        "text": text,
        "meaning": meaning,
        "quick": not meaning,
        "dismissal_reasons": DismissalReason.choices,
    }


@never_cache
@require_POST
def suggestions(request: HttpRequest) -> HttpResponse:
    """The groups while typing: by words at once, by meaning when the typing pauses."""
    form = AskForm(request.POST)
    context: dict[str, Any] = {"form": form, "kept_at": None}
    if form.is_valid():
        text = form.cleaned_data["text"]
        drafts.keep(request.session, form.cleaned_data)
        context["kept_at"] = timezone.localtime()
        if len(text.strip()) >= SHORTEST:
            meaning = request.GET.get("met") == "betekenis"
            context |= _groups(request, text, sector=form.cleaned_data["sector"], meaning=meaning)
    elif not request.POST.get("text", "").strip():
        drafts.forget(request.session)
    return render(request, "portal/suggestions.html", context)


@require_POST
def discard(request: HttpRequest) -> HttpResponse:
    """Throw this session's draft away."""
    drafts.forget(request.session)
    messages.success(request, _("Je concept is weggegooid."))
    return redirect("portal:home")


@never_cache
@require_safe
def for_question(request: HttpRequest, pk: int) -> HttpResponse:
    """The four groups for a question that is kept or asked, without the question itself."""
    questions = Question.objects.visible_to(request.user)
    question = get_object_or_404(questions, pk=pk)
    text = f"{question.title}\n{question.text}"
    found = overview(
        text,
        asker=asker_of(request, sector=question.sector),
        without={*dismissed(request, text), f"question:{pk}"},
    )
    template = "portal/groups.html" if request.htmx else "portal/for_question.html"  # type: ignore[attr-defined]
    context = {
        "question": question,
        "overview": found,
        "text": text,
        "dismissal_reasons": DismissalReason.choices,
    }
    return render(request, template, context)
