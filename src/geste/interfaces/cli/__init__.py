"""Command line: the same services as every other door, for people and programs at a terminal."""
