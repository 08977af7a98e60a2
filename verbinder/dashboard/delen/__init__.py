"""The parts of a dashboard. Each module says what it asks (`vragen`) and shows (`inhoud`)."""
