"""Paper: certificates as pages and pictures."""
