"""The people app, as Django knows it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
