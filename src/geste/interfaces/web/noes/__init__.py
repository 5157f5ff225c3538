"""Noes: what whoever looks after people and the charter sees of noes, interruptions and rules bent for a while."""
