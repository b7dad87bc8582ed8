/** The only addresses that a link may open in the system's browser: exact, https, none made from data. */
const externalLinks: ReadonlySet<string> = new Set([]);

/** Whether `address` may be handed to the system's browser. */
export function isAllowedExternalLink(
  address: string,
  allowed: ReadonlySet<string> = externalLinks,
): boolean {
  return address.startsWith('https://') && allowed.has(address);
}
