"""The chain port over JSON-RPC, whoever answers it: `transport` asks over HTTP, `records` remembers what was asked for,
`sender` signs and sends in order, `chain` is the port."""
