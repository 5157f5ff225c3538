"""Decision: a charter, the facts of a case and a proposal become an answer with reasons."""
