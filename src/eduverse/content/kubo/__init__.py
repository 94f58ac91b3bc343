"""The content port on a Kubo node: the IPFS daemon, by its RPC interface (`/api/v0`)."""
