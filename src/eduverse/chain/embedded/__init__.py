"""An EVM in this process, with its blocks, receipts, events and state in one SQLite file.

`machine` executes, `journal` reads what an execution changed, `ledger` keeps, `node` makes blocks and answers JSON-RPC,
`transport` runs a node in a thread of its own.
"""

__all__ = ["OWN_CHAIN_ID"]

OWN_CHAIN_ID = 31_337
"""Of a chain that is started without another number: the one that development networks have."""
