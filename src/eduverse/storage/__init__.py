"""Where documents are kept: `sqlite` in one file by default, `mongo` at scale, `memory` for tests.

Every adapter implements `eduverse.kernel.documents.Storage` and passes `tests/ports/documents_contract.py`. They
share how a collection is laid out (`layout`), what a cursor is (`cursors`) and what a word is (`words`).
"""
