/** Colours of certificates: pairs that are read by every eye and print dark enough without colour. */

export interface TemplateColours {
  readonly primary: string;
  readonly accent: string;
}

/** Pairs that the editor offers, by name. */
export const colourPairs = {
  petrol: { primary: '#0B5563', accent: '#B9742A' },
  forest: { primary: '#2C5A3C', accent: '#A5812F' },
  plum: { primary: '#5B2E57', accent: '#9A7B3C' },
  chestnut: { primary: '#6E3B1B', accent: '#0B5563' },
  navy: { primary: '#23406B', accent: '#A8672B' },
  ink: { primary: '#1D2B2F', accent: '#6B7B80' },
} as const satisfies Record<string, TemplateColours>;
export type ColourPair = keyof typeof colourPairs;

/** Contrast against white paper that a title and an ornament need (WCAG 2.2: text, graphics). */
const leastContrast = { primary: 4.5, accent: 3 } as const;

function luminance(colour: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** How much a colour (`#RRGGBB`) stands out from white paper, 1 to 21. */
export function contrastOnWhite(colour: string): number {
  return 1.05 / (luminance(colour) + 0.05);
}

/** Which of two colours is too pale for paper. */
export function paleColours(colours: TemplateColours): (keyof TemplateColours)[] {
  return (['primary', 'accent'] as const).filter((one) => contrastOnWhite(colours[one]) < leastContrast[one]);
}
