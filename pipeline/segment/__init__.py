"""Document → units and skeleton, by W3C ITS 2.0's data categories.

A unit is a block's text; what is left of the page without its units is the skeleton.  Together they
are the page again, in any language.
"""
