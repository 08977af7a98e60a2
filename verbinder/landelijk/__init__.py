"""The regions in use beside each other, on what they published and on nothing else."""
