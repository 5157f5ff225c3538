"""Addresses of the web door."""

from django.urls import include, path

from geste.interfaces.web.entrance import language

app_name = "web"
urlpatterns = [
    path("", include("geste.interfaces.web.desk.urls")),
    path("", include("geste.interfaces.web.entrance.urls")),
    path("language", language.choose, name="language"),
]
