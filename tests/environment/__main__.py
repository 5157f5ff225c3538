"""Environment: what the tests need beside Python, found or installed, and said in one line each."""

import os

from tests.environment import chromium, postgresql

if not chromium.chromium_found():
    chromium.install_chromium()
chromium.lighten()
print(postgresql.description(os.environ))
print(chromium.description())
