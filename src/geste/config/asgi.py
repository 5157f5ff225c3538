"""ASGI: the same house for servers that speak ASGI."""

import os

from django.core.asgi import get_asgi_application

from geste.config.running import start_writing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")

application = get_asgi_application()
start_writing()
