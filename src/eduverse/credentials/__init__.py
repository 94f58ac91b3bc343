"""Certificates that anybody can verify: Open Badges 3.0 on W3C Verifiable Credentials 2.0."""
