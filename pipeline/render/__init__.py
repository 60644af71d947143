"""Document + translations → page: language of parts, alternates, contact cards, document links."""
