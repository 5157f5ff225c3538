"""API: writes the description of the JSON interface that clients and the documents read."""

import json
import os
import sys
from pathlib import Path

import django

DESCRIPTION = Path(__file__).resolve().parent.parent / "docs" / "reference" / "openapi.json"


def described() -> str:
    """Return the OpenAPI description of the interface as it is in the code."""
    from geste.interfaces.api.v1 import api

    schema = api.get_openapi_schema(path_prefix="/api/v1/")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the description and say where."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "geste.config.settings")
    django.setup()
    DESCRIPTION.write_text(described(), encoding="utf-8")
    print(f"{DESCRIPTION.name} written: {len(described().splitlines())} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())
