from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "samenspel.matching"
    label = "matching"
