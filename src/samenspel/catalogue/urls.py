from django.urls import path

from samenspel.catalogue.views import managing, reading

app_name = "catalogue"
urlpatterns = [
    path("", reading.offering_list, name="list"),
    path("aanbieder/<slug:slug>/", reading.supplier_page, name="supplier"),
    path("mijn/", managing.mine, name="mine"),
    path("nieuw/", managing.add, name="add"),
    path("<int:pk>/", reading.offering_page, name="offering"),
    path("<int:pk>/bewerken/", managing.edit, name="edit"),
    path("<int:pk>/publiceren/", managing.publish, name="publish"),
    path("<int:pk>/intrekken/", managing.withdraw, name="withdraw"),
    path("<int:pk>/versies/", reading.version_list, name="versions"),
]
