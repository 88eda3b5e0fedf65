from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "samenspel.portal"
    label = "portal"
