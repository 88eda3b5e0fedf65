from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "samenspel.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Make offerings findable."""
        from samenspel.catalogue.documents import offering_document, shown_offering
        from samenspel.catalogue.models import Offering
        from samenspel.search import registry

        registry.register(
            "offering", Offering, offering_document, Offering.objects.findable, shown_offering
        )
