"""Portraits: how somebody uses their room to act, for them first; whom they let see it; the file of their work."""
