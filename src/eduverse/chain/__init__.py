"""The chain: one implementation of the port that speaks JSON-RPC (`rpc`), over HTTP to any node or, in process, to our
own EVM (`embedded`). Nothing heavy is imported before it is used."""
