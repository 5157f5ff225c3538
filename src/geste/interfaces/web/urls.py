"""Addresses of the web door."""

from django.urls import include, path

app_name = "web"
urlpatterns = [
    path("", include("geste.interfaces.web.desk.urls")),
    path("", include("geste.interfaces.web.counter.urls")),
    path("", include("geste.interfaces.web.studio.urls")),
    path("", include("geste.interfaces.web.entrance.urls")),
    path("", include("geste.interfaces.web.first_run.urls")),
    path("", include("geste.interfaces.web.people.urls")),
    path("", include("geste.interfaces.web.promises.urls")),
    path("", include("geste.interfaces.web.books.urls")),
    path("", include("geste.interfaces.web.noes.urls")),
    path("", include("geste.interfaces.web.pledge.urls")),
    path("", include("geste.interfaces.web.floor.urls")),
    path("", include("geste.interfaces.web.mine.urls")),
    path("", include("geste.interfaces.web.adoption.urls")),
    path("", include("geste.interfaces.web.notices.urls")),
    path("", include("geste.interfaces.web.practice.urls")),
]
