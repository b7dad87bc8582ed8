/**
 * The policy on every answer of the app's scheme, those to workers included: a worker without a policy of its own
 * could fetch where the page can't.
 *
 * `wasm-unsafe-eval` is for Argon2id. The nonce lets emotion's style elements in; it is fresh for every answer.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob:",
    "worker-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
