from django.apps import AppConfig


class QuestionsConfig(AppConfig):
    name = "samenspel.questions"
    label = "questions"
