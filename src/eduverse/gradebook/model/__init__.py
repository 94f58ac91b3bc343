"""The gradebook: how it is set up, the marks in it, how they add up, and what a table from outside would change."""
