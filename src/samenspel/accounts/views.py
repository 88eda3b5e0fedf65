"""Profile, public page of a person, and signing in to the demo."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from samenspel.accounts import actions
from samenspel.accounts.forms import ProfileForm
from samenspel.accounts.models import Profile, User


@login_required
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Somebody's own profile."""
    user = request.user
    assert isinstance(user, User)
    form = ProfileForm(request.POST or None, instance=actions.profile_of(user), user=user)
    if request.method == "POST" and form.is_valid():
        fresh = User.objects.get(pk=user.pk)
        actions.change_profile(user=fresh, values=form.cleaned_data, by=user)
        messages.success(request, _("Je profiel is bewaard."))
        return redirect("accounts:profile")
    return render(request, "accounts/profile.html", {"form": form})


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    """What a person who can be found tells about themselves."""
    profiles = Profile.objects.visible_to(request.user).select_related("user")
    return render(
        request, "accounts/person.html", {"profile": get_object_or_404(profiles, slug=slug)}
    )


@require_safe
def demo_sign_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Sign in as a fictitious person; exists in demo mode only, which needs DEBUG."""
    if not (settings.DEMO and settings.DEBUG):
        raise Http404
    user = get_object_or_404(User, profile__slug=slug, is_demo=True)
    login(request, user, backend="samenspel.accounts.backends.SignOnBackend")
    messages.info(request, _("Je kijkt nu mee als %(name)s.") % {"name": user})
    return redirect("/")
