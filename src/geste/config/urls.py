"""Addresses: which door answers where."""

from django.urls import include, path

from geste.interfaces.api.v1 import api

handler400 = "geste.interfaces.web.errors.bad_request"
handler404 = "geste.interfaces.web.errors.not_found"
handler500 = "geste.interfaces.web.errors.broken"

urlpatterns = [
    path("api/v1/", api.urls),
    path("", include("geste.interfaces.web.urls")),
]
