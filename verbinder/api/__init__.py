"""The API of figures: what was published, and what each figure means. Never a live figure."""
