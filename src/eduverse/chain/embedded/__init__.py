"""An EVM in this process, with its blocks, receipts, events and state in one SQLite file.

`machine` executes, `journal` reads what an execution changed, `ledger` keeps, `node` makes blocks and answers JSON-RPC,
`transport` runs a node in a thread of its own.
"""
