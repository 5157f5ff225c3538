"""Addresses of the way in for those who doubt."""

from django.urls import path

from geste.interfaces.web.adoption import page

urlpatterns = [
    path("adoption", page.show, name="adoption"),
    path("adoption/shadow", page.shadow, name="adoption-shadow"),
    path("adoption/giving", page.giving, name="adoption-giving"),
    path("adoption/plan", page.plan, name="adoption-plan"),
]
