"""Simulated classes: people who come to a server, walk about and talk, and whose accounts of it are compared."""
