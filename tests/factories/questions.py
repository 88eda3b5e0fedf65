import factory
from django.utils import timezone

from factories.accounts import UserFactory
from samenspel.questions.choices import Status
from samenspel.questions.models import Question, SameQuestion


class QuestionFactory(factory.django.DjangoModelFactory):
    """An open question of a teacher in primary education."""

    class Meta:
        model = Question

    owner = factory.SubFactory(UserFactory)
    title = factory.Sequence(lambda n: f"Hoe help ik kleuters aan meer woorden ({n})?")
    text = factory.LazyAttribute(lambda question: f"{question.title} Ze zeggen weinig in de kring.")
    sector = "po"
    role = "leraar"
    status = Status.OPEN
    asked = factory.LazyFunction(timezone.now)


class DraftFactory(QuestionFactory):
    status = Status.DRAFT
    asked = None


class SameQuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SameQuestion

    question = factory.SubFactory(QuestionFactory)
    user = factory.SubFactory(UserFactory)
