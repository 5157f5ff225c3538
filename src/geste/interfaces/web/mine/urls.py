"""Addresses of the pages of one person about themselves."""

from django.urls import path

from geste.interfaces.web.mine import coached, looks, page, room

urlpatterns = [
    path("mine", page.show, name="mine"),
    path("mine/room", room.show, name="mine-room"),
    path("mine/consents", room.consent, name="mine-consent"),
    path("mine/consents/<int:consent_id>/end", room.end, name="mine-consent-end"),
    path("mine/who-looked", looks.show, name="mine-looks"),
    path("mine/coached", coached.show, name="mine-coached"),
    path("mine/coached/<int:person>/look", coached.look, name="mine-look"),
]
