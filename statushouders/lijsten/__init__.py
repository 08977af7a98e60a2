"""Lists of persons and of tasks: what is asked, in which order, and what each row shows."""
