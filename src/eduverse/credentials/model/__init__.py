"""What a certificate is, how it is signed and how its signature is checked."""
