from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "samenspel.questions"
    label = "questions"

    def ready(self) -> None:
        from samenspel.questions import drafts  # noqa: F401
        from samenspel.questions.choices import Status
        from samenspel.questions.documents import question_document
        from samenspel.questions.models import Question
        from samenspel.search.registry import register

        register(
            "question",
            Question,
            question_document,
            lambda: Question.objects.filter(status=Status.OPEN).select_related("organisation"),
        )
