"""Source files → documents with positions: Markdown and HTML become the same located tree."""
