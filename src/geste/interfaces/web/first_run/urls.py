"""Addresses of the first run."""

from django.urls import path

from geste.interfaces.web.first_run import gate, pages

urlpatterns = [
    path("begin", pages.begin, name="begin"),
    path("begin/open/<str:secret>/", gate.come_in, name="begin-open"),
    path("begin/room/says", pages.room, name="begin-room"),
    path("begin/charter.pdf", pages.page, name="begin-page"),
    path("begin/<slug:step>", pages.step, name="begin-step"),
]
