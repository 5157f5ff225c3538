"""Gestures: what was decided and given, with everything the decision rested on."""
