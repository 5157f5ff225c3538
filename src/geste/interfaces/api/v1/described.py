"""Described: tells the OpenAPI document what a body looks like that we read ourselves, to say better what is wrong."""

from typing import Any

from ninja import Schema

from geste.interfaces.api.v1.problems import Problem

REFUSALS = {400: Problem, 401: Problem, 403: Problem, 404: Problem, 409: Problem, 413: Problem, 422: Problem}


def body_of(schema: type[Schema], optional: tuple[str, ...]) -> dict[str, Any]:
    """Return the OpenAPI part for a JSON body of this schema, with the members that may be left out."""
    shape = schema.json_schema()
    shape["required"] = [name for name in shape.get("required", []) if name not in optional]
    definitions = shape.pop("$defs", {})
    content = {"application/json": {"schema": _inlined(shape, definitions)}}
    return {"requestBody": {"required": True, "content": content}}


def _inlined(shape: Any, definitions: dict[str, Any]) -> Any:
    if isinstance(shape, dict):
        if "$ref" in shape:
            return _inlined(definitions[shape["$ref"].rsplit("/", 1)[1]], definitions)
        return {key: _inlined(value, definitions) for key, value in shape.items()}
    return [_inlined(value, definitions) for value in shape] if isinstance(shape, list) else shape
