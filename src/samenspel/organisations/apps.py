from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "samenspel.organisations"
    label = "organisations"

    def ready(self) -> None:
        """Make organisations findable."""
        from samenspel.organisations.documents import organisation_document
        from samenspel.organisations.models import Organisation
        from samenspel.search import registry

        registry.register(
            "organisation", Organisation, organisation_document, Organisation.objects.findable
        )
