"""Addresses of what there is to hear of."""

from django.urls import path

from geste.interfaces.web.notices import choices, page

urlpatterns = [
    path("notices", page.show, name="notices"),
    path("notices/read", page.read_all, name="notices-read"),
    path("notices/<int:news>/open", page.go_to, name="notice-open"),
    path("notices/choices", choices.show, name="notices-choices"),
    path("notices/choices/keep", choices.keep, name="notices-keep"),
]
