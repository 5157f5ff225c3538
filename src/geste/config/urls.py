"""Addresses: which door answers where."""

from django.urls import include, path

from geste.interfaces.api.v1 import api

handler400 = "geste.config.refusing.bad_request"
handler404 = "geste.config.refusing.not_found"
handler500 = "geste.config.refusing.broken"

urlpatterns = [
    path("api/v1/", api.urls),
    path("hooks/", include("geste.interfaces.hooks.urls")),
    path("", include("geste.interfaces.web.urls")),
]
