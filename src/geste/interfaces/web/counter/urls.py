"""Addresses of the counter."""

from django.urls import path

from geste.interfaces.web.counter import export, give, page

urlpatterns = [
    path("counter", page.show, name="counter"),
    path("counter/verdict", give.verdict, name="counter-verdict"),
    path("counter/give", give.give, name="counter-give"),
    path("counter/take-back", give.take_back, name="counter-take-back"),
    path("counter/export.csv", export.download, name="counter-export"),
]
