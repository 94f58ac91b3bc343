"""Sans-I/O codecs of Engine.IO v4 and Socket.IO v5. A malformed packet is one error: `ProtocolError`."""
