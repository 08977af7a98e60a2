"""The live figures of a gemeente or region, for who may see true values."""
