"""Connectors: one module for each way out of the house. They know the port they serve, and no rows."""
