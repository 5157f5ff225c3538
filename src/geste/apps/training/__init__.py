"""Training: practice before the day, on situations made from the charter in force. Private, and never a gate."""
