from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "samenspel.knowledge"
    label = "knowledge"

    def ready(self) -> None:
        """Make knowledge items findable."""
        from samenspel.knowledge import documents, models
        from samenspel.search import registry

        for model, to_document, to_shown in (
            (models.Answer, documents.answer_document, documents.shown_answer),
            (models.PracticeSummary, documents.summary_document, documents.shown_summary),
            (models.Publication, documents.publication_document, None),
            (models.OpenMaterial, documents.material_document, None),
        ):
            registry.register(model.kind, model, to_document, model.objects.findable, to_shown)
