from django.urls import path, register_converter

from samenspel.knowledge.kinds import KINDS, WrittenKindConverter
from samenspel.knowledge.views import managing, reading

register_converter(WrittenKindConverter, "written")

app_name = "knowledge"
urlpatterns = [
    path("", reading.item_list, name="list"),
    path("mijn/", managing.mine, name="mine"),
    path("nieuw/<written:kind>/", managing.add, name="add"),
    *(
        path(f"{word}/<int:pk>/", reading.item_page, {"word": word}, name=kind.model.kind)
        for word, kind in KINDS.items()
    ),
    path("publicatie/<int:pk>/geen-toegang/", reading.denied_access, name="denied-access"),
    path("<written:kind>/<int:pk>/bewerken/", managing.edit, name="edit"),
    path("<written:kind>/<int:pk>/publiceren/", managing.publish, name="publish"),
    path("<written:kind>/<int:pk>/intrekken/", managing.withdraw, name="withdraw"),
    path("<written:kind>/<int:pk>/versies/", reading.version_list, name="versions"),
]
