// Healthy is an API that calls itself ready. Ends with 0 or 1.
const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT}/readyz`, { signal: AbortSignal.timeout(4_000) });
process.exit(ok ? 0 : 1);
