/** A size in rem for a screen 768 px high, larger on larger ones: the kiosk is read from a step away. */
export function scaled(rem: number): string {
  const share = ((rem * 16) / 768) * 100;
  return `max(${rem}rem, ${share.toFixed(3)}vmin)`;
}
