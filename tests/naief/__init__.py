"""A second, naive way to every figure: plain loops over a small invented world.

Written from the definitions (docs/definities.md and the exchange format), not from the code of
`verbinder.indicatoren`. When the two disagree, one of them misread a definition.
"""
