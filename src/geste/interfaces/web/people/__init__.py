"""People: who works here, how they come in, and what they carry in their pocket."""
