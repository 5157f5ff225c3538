"""The pledges app, as Django knows it."""

from django.apps import AppConfig


class PledgesConfig(AppConfig):
    """Names the app and its default key."""

    name = "geste.apps.pledges"
    label = "pledges"
    default_auto_field = "django.db.models.BigAutoField"
