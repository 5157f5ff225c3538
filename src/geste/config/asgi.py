"""ASGI: the same house for servers that speak ASGI."""

import os

from django.core.asgi import get_asgi_application

from geste.config.beside import begin

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")

application = get_asgi_application()
begin()
