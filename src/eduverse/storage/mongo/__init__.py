"""Documents in MongoDB, for many processes: a write returns when a majority of the replicas has it in the journal.

The adapter keeps to what behaves alike everywhere: documents found by `_id` or by an indexed field, replaced when
their version is the expected one. No upserts, no pipelines, no transactions, no unique index besides `_id`.
"""

from eduverse.storage.mongo.storage import MongoStorage, open_mongo

__all__ = ["MongoStorage", "open_mongo"]
