"""API: the same services as JSON over HTTP, for programs. Errors are problem+json with codes and sentences."""
