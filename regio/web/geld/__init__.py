"""The pages of the ledger: booking, proposing, approving, planning and closing."""
