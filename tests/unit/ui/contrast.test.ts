import { describe, expect, it } from 'vitest';
import { dark, light } from '#renderer/ui/theme/palette.ts';

/** WCAG 2.2: relative luminance of `#RRGGBB`, and the ratio of two of them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each([
  ['light', light.palette],
  ['dark', dark.palette],
])('the %s scheme', (_name, palette) => {
  const grounds = [palette.background.default, palette.background.paper];

  it('has 4.5:1 for every text on the ground and on paper', () => {
    const inks = [
      palette.text.primary,
      palette.text.secondary,
      palette.primary.main,
      palette.secondary.main,
      palette.error.main,
      palette.waits.text,
      ...Object.values(palette.status).map(({ text }) => text),
    ];
    for (const ink of inks)
      for (const ground of grounds)
        expect([ink, ground, ratio(ink, ground) >= 4.5]).toEqual([ink, ground, true]);
  });

  it('has 4.5:1 for every status on its tint and for text on filled buttons', () => {
    const pairs = [
      ...Object.values(palette.status).filter(({ tint }) => tint !== 'transparent'),
      palette.waits,
    ].map(({ text, tint }) => [text, tint] as const);
    const filled = [palette.primary, palette.secondary, palette.error, palette.info].map(
      ({ main, contrastText }) => [contrastText, main] as const,
    );
    for (const [ink, ground] of [...pairs, ...filled])
      expect([ink, ground, ratio(ink, ground) >= 4.5]).toEqual([ink, ground, true]);
  });

  it('has 3:1 for the lines that bound a control', () => {
    for (const ground of grounds) expect(ratio(palette.line.control, ground)).toBeGreaterThanOrEqual(3);
  });
});
