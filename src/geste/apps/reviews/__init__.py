"""Reviews: decisions looked at again, the words owed to whoever made them, and words put right."""
