"""Studio: the charter's versions, read by everybody; its next one, written and signed by those who look after it."""
