"""Words: every sentence the core's codes become, in English and French. No framework, no request, no database."""
