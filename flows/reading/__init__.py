"""Reading documents in guarded child processes, or on a cluster."""
