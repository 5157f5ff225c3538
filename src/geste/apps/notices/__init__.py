"""Notices: what somebody should hear of, quietly: in the page, and by e-mail only what cannot wait until Friday."""
