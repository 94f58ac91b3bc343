"""The real-time engine: an Engine.IO v4 and Socket.IO v5 server on one port with HTTP.

`server` is its public face. Below it, from the wire up: `wire` (codecs, pure), `session` (one client's engine
session, a table, pure), `connection` and `transports` (sessions on websockets and on long-polling), `client`,
`sockets` and `dispatch` (namespaces, events and acknowledgements), `rooms` and `world` (who is where, pure),
`hub` and `ticker` (who gets what).
"""
