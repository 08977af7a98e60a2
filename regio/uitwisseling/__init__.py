"""Files that come in from outside, whatever they hold: what both floors need to read them."""
