"""Config: where the house is put together. Settings, the options an operator may set, addresses, start-up."""
