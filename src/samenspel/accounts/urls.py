from django.urls import path

from samenspel.accounts import views

app_name = "accounts"
urlpatterns = [
    path("account/profiel/", views.profile, name="profile"),
    path("mensen/<slug:slug>/", views.person, name="person"),
    path("demo/inloggen/<slug:slug>/", views.demo_sign_in, name="demo-sign-in"),
]
