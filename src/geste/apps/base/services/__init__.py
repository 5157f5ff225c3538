"""Services of base: handing events on."""
