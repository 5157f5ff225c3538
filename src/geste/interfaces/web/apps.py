"""The web door, as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Gives the pages their templates and files."""

    name = "geste.interfaces.web"
    label = "web"
