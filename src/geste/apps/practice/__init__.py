"""Practice: what people learned by deciding: examples, stories, thanks, questions, needs, and Friday's page."""
