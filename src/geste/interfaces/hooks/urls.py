"""Addresses of hooks."""

from django.urls import path

from geste.interfaces.hooks import stripe

app_name = "hooks"
urlpatterns = [path("stripe", stripe.receive, name="stripe")]
