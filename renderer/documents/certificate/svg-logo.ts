const prefix = 'data:image/svg+xml;base64,';

/** The drawing in a logo that is kept as SVG; `undefined`: it is a picture of dots. */
export function svgOf(logo: string): string | undefined {
  if (!logo.startsWith(prefix)) return undefined;
  const bytes = Uint8Array.from(atob(logo.slice(prefix.length)), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
