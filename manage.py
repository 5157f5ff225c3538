"""Manage: Django's own commands for people who work on Geste. Operators use `geste`."""

import os
import sys

from django.core.management import execute_from_command_line

from geste.config.running import furnish

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    furnish()
    execute_from_command_line(sys.argv)
