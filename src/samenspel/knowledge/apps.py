from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "samenspel.knowledge"
    label = "knowledge"

    def ready(self) -> None:
        """Make knowledge items findable."""
        from samenspel.knowledge import documents, models
        from samenspel.search import registry

        for model, to_document in (
            (models.Answer, documents.answer_document),
            (models.PracticeSummary, documents.summary_document),
            (models.Publication, documents.publication_document),
            (models.OpenMaterial, documents.material_document),
        ):
            registry.register(model.kind, model, to_document, model.objects.findable)
