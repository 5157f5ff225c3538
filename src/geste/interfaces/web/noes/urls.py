"""Addresses of what is counted on the floor."""

from django.urls import path

from geste.interfaces.web.noes import counted, frictions, interrupted, variants

urlpatterns = [
    path("floor/noes", counted.show, name="noes"),
    path("floor/frictions", frictions.show, name="frictions"),
    path("floor/frictions/<int:gap>/ask", frictions.put, name="friction-ask"),
    path("floor/frictions/items/<int:asked>/off", frictions.take_off, name="friction-off"),
    path("floor/interruptions", interrupted.show, name="interruptions"),
    path("floor/variants", variants.show, name="variants"),
    path("floor/variants/declare", variants.declare, name="variant-declare"),
    path("floor/variants/<int:variant>/end", variants.end, name="variant-end"),
]
