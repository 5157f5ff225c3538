"""First run: an owner goes from an empty house to a printed charter and a first decision."""
