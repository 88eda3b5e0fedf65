from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "samenspel.accounts"
    label = "accounts"

    def ready(self) -> None:
        from samenspel.accounts import signals  # noqa: F401
        from samenspel.accounts.documents import profile_document
        from samenspel.accounts.models import Profile
        from samenspel.search.registry import register

        register(
            "person",
            Profile,
            profile_document,
            lambda: Profile.objects.filter(is_public=True).select_related("user"),
        )
