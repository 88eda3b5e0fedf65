from django.urls import path

from samenspel.ui import views

app_name = "ui"
urlpatterns = [path("", views.gallery, name="gallery")]
