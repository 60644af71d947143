"""Drafts what an accessibility statement says of content that is not accessible, for a person to finish.

What rules found is a list of faults and no assessment: no draft says how far a site meets the law, when it
was assessed, or how.
"""
