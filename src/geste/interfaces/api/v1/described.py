"""Described: tells the OpenAPI document what a body looks like that we read ourselves, to say better what is wrong."""

from http import HTTPStatus
from typing import Any

from ninja import NinjaAPI, Schema

from geste.interfaces.api.v1.problems import CONTENT_TYPE, Problem

READING: dict[int, type[Schema]] = {401: Problem, 503: Problem}
DECIDING: dict[int, type[Schema]] = {**READING, **dict.fromkeys((400, 403, 413, 415, 422), Problem)}
GIVING: dict[int, type[Schema]] = {**DECIDING, 404: Problem, 409: Problem}


class DescribedApi(NinjaAPI):
    """An API whose description says that refusals are problems, not plain JSON."""

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> Any:
        """Return the OpenAPI document."""
        document = super().get_openapi_schema(*args, **kwargs)
        for operations in document["paths"].values():
            for operation in operations.values():
                for status, told in operation["responses"].items():
                    if int(status) >= HTTPStatus.BAD_REQUEST:
                        told["content"] = {CONTENT_TYPE: told["content"]["application/json"]}
        return document


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
