"""Demo: a ready company with a few weeks of life, all of it invented. Written through the services everyone uses."""
