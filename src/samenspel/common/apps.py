from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "samenspel.common"
    label = "common"
