"""WSGI: what a web server runs. Pages and API; the fastest way to serve them here."""

import os

from django.core.wsgi import get_wsgi_application

from geste.config.beside import begin

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")

application = get_wsgi_application()
begin()
