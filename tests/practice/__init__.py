"""Practice: past cases and new ones, and which of them a practitioner would call alike."""
