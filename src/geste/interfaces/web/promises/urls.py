"""Addresses of promises."""

from django.urls import path

from geste.interfaces.web.promises import open_ones, ways

urlpatterns = [
    path("promised", open_ones.show, name="promised"),
    path("promised/<int:promise>/done", open_ones.done, name="promised-done"),
    path("promised/<int:promise>/again", open_ones.again, name="promised-again"),
    path("promised/<int:promise>/back", open_ones.back, name="promised-back"),
    path("promised/<int:promise>/seen", open_ones.seen, name="promised-seen"),
    path("ways", ways.show, name="ways"),
    path("ways/tell", ways.tell, name="ways-tell"),
    path("ways/<int:endpoint>/rotate", ways.rotate, name="ways-rotate"),
    path("ways/<int:endpoint>/replay", ways.replay, name="ways-replay"),
    path("ways/<slug:kind>", ways.choose, name="ways-choose"),
]
