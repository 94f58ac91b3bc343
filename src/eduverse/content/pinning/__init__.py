"""What the campus has published is pinned elsewhere, too: at a service that speaks IPFS's Pinning Service API."""
