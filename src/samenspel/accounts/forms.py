"""Forms for signing up and for the profile."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from samenspel.accounts.models import Profile, User
from samenspel.common.taxonomy import Sector


class SignupForm(forms.Form):
    """What we ask beside mail address and password."""

    name = forms.CharField(label=_("Naam"), max_length=120, help_text=_("Zo zien anderen je."))
    field_order = ("name", "email", "password1", "password2")

    def signup(self, request: Any, user: User) -> None:
        """Called by allauth when the account is made."""
        user.name = self.cleaned_data["name"]
        user.language = request.LANGUAGE_CODE
        user.save(update_fields=["name", "language"])


class ProfileForm(forms.ModelForm):
    """The profile with the two fields of the account that belong beside it."""

    name = forms.CharField(label=_("Naam"), max_length=120)
    language = forms.ChoiceField(label=_("Taal"), choices=settings.LANGUAGES)
    themes = forms.CharField(
        label=_("Thema's"),
        required=False,
        max_length=600,
        help_text=_("Met komma's ertussen, bijvoorbeeld: woordenschat, burgerschap."),
    )
    sectors = forms.MultipleChoiceField(
        label=_("Sectoren"),
        choices=Sector.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Profile
        fields = ("headline", "bio", "themes", "sectors", "domain", "region", "is_public")

    field_order = ("name", "headline", "bio", "themes", "sectors", "domain", "region")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial |= {
            "name": user.name,
            "language": user.language,
            "themes": ", ".join(self.instance.themes),
        }

    def clean_themes(self) -> list[str]:
        """The themes as a list, each at most 60 characters, without doubles."""
        themes = [theme.strip() for theme in self.cleaned_data["themes"].split(",")]
        if any(len(theme) > 60 for theme in themes):
            raise forms.ValidationError(_("Een thema is hooguit 60 tekens lang."))
        return list(dict.fromkeys(theme for theme in themes if theme))

    def clean(self) -> dict[str, Any]:
        """Somebody who can be found says what they do."""
        values = super().clean() or {}
        if values.get("is_public") and not values.get("headline"):
            self.add_error(
                "headline", _("Vul dit in als anderen je mogen vinden, of zet dat laatste uit.")
            )
        return values
