from django.urls import path

from samenspel.questions import views

app_name = "questions"
urlpatterns = [
    path("", views.index, name="list"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/bewerken/", views.edit, name="edit"),
    path("<int:pk>/bewaren/", views.autosave, name="autosave"),
    path("<int:pk>/stellen/", views.ask, name="ask"),
    path("<int:pk>/intrekken/", views.withdraw, name="withdraw"),
    path("<int:pk>/ook-mijn-vraag/", views.join, name="join"),
    path("<int:pk>/niet-meer-mijn-vraag/", views.leave, name="leave"),
]
