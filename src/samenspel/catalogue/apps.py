from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "samenspel.catalogue"
    label = "catalogue"
