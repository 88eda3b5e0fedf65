from django.urls import path

from samenspel.portal.views import about, asking, mine, searching

app_name = "portal"
urlpatterns = [
    path("", asking.home, name="home"),
    path("vraag/", asking.ask, name="ask"),
    path("vraag/suggesties/", asking.suggestions, name="suggestions"),
    path("vraag/wissen/", asking.discard, name="discard"),
    path("vragen/<int:pk>/wat-er-is/", asking.for_question, name="for-question"),
    path("zoeken/", searching.search, name="search"),
    path("niet-relevant/", searching.dismiss, name="dismiss"),
    path("niet-relevant/terug/", searching.restore, name="restore"),
    path("mijn/", mine.mine, name="mine"),
    path("over/", about.page, {"name": "about"}, name="about"),
    path("over/zoeken/", about.page, {"name": "how-search-works"}, name="how-search-works"),
    path("over/toegankelijkheid/", about.page, {"name": "accessibility"}, name="accessibility"),
    path("over/privacy/", about.page, {"name": "privacy"}, name="privacy"),
    path("over/contact/", about.page, {"name": "contact"}, name="contact"),
    path("robots.txt", about.robots, name="robots"),
    path(".well-known/security.txt", about.security, name="security"),
]
