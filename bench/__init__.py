"""How fast it is, in ratios within one run: `make bench`. See bench/__main__.py."""
