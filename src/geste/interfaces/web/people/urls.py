"""Addresses of people."""

from django.urls import path

from geste.interfaces.web.people import cards, duties, enter, roster

urlpatterns = [
    path("people", roster.show, name="people"),
    path("people/add", roster.add, name="people-add"),
    path("people/<slug:username>/link", roster.link, name="people-link"),
    path("people/<slug:username>/goodbye", roster.goodbye, name="people-goodbye"),
    path("people/<slug:username>/duties", duties.give, name="people-give-duty"),
    path("people/duties/<int:duty>/end", duties.end, name="people-end-duty"),
    path("enter/<str:secret>/", enter.enter, name="enter"),
    path("charter/card", cards.show, name="pocket-cards"),
]
