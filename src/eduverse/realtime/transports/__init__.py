"""The two ways to a client: websockets and long-polling."""
