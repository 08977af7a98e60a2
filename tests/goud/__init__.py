"""The golden region: people for every rule of the field, and each figure of it worked out by hand.

`mensen` holds who they are, with a comment that says which rule and what follows from it.
`uitgerekend` holds what the report of the first half of 2026 must therefore say: figure, breakdown,
category, numbers, and the persons, trajecten or plaatsingen (`P04a` is the first of P04) behind it.
It was worked out from docs/cijfers.md and docs/definities.md and not taken from the product. A row
that is not there is nothing: 0, and no percentage or median.

`werkmappen` makes the files that the region and one of its gemeenten deliver.
"""
