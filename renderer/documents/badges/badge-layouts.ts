/**
 * The sheets that badges are printed on, all A4 upright. Lengths are millimetres unless they say dots: 300 to the inch,
 * what pages are drawn with for the printer, so that every bar of a code begins and ends on a dot.
 *
 * Measures of the label sheets: the makers' product pages give the labels, gLabels' templates (avery-iso,
 * zweckform-iso) margins and gaps; each grid stands in the middle of its sheet.
 */

export const badgeLayoutIds = ['card', 'name-80x50', 'label-99x38', 'label-70x37', 'label-63x38'] as const;
export type BadgeLayoutId = (typeof badgeLayoutIds)[number];

export interface BadgeLayout {
  readonly id: BadgeLayoutId;
  readonly columns: number;
  readonly rows: number;
  /** Of one badge. */
  readonly width: number;
  readonly height: number;
  /** Of the sheet, to the first badge. */
  readonly left: number;
  readonly top: number;
  /** From the left edge of a badge to that of its neighbour, and from the upper edge to that below. */
  readonly stepRight: number;
  readonly stepDown: number;
  /** Kept free inside the edge: rounded corners, and what printers can't reach at the edge of the sheet. */
  readonly padding: number;
  /** Dots of one module of the QR code. */
  readonly qrDots: number;
  /** Code 128 where there is room: dots of its narrowest bar, and its height. */
  readonly bars: { readonly dots: number; readonly height: number } | null;
  /** Plain paper that is cut; a label sheet is cut already and can be used in part. */
  readonly cut: boolean;
  /** Names of such sheets in the shops; the same in every language. */
  readonly products: string;
}

export const badgeLayouts: Readonly<Record<BadgeLayoutId, BadgeLayout>> = {
  card: {
    id: 'card',
    ...{ columns: 2, rows: 5, width: 85.6, height: 54, left: 19.4, top: 13.5 },
    ...{ stepRight: 85.6, stepDown: 54, padding: 5, qrDots: 9, bars: { dots: 5, height: 9 } },
    cut: true,
    products: '',
  },
  'name-80x50': {
    id: 'name-80x50',
    ...{ columns: 2, rows: 5, width: 80, height: 50, left: 17.5, top: 13.5 },
    ...{ stepRight: 95, stepDown: 55, padding: 4, qrDots: 8, bars: { dots: 5, height: 8 } },
    cut: false,
    products: 'Avery Zweckform L4784, L4785, L4786, L4787',
  },
  'label-99x38': {
    id: 'label-99x38',
    ...{ columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15 },
    ...{ stepRight: 101.6, stepDown: 38.1, padding: 3.5, qrDots: 9, bars: { dots: 5, height: 7 } },
    cut: false,
    products: 'Avery Zweckform L7163, J8163',
  },
  'label-70x37': {
    id: 'label-70x37',
    ...{ columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5 },
    ...{ stepRight: 70, stepDown: 37, padding: 5, qrDots: 8, bars: null },
    cut: false,
    products: 'Avery Zweckform 3474',
  },
  'label-63x38': {
    id: 'label-63x38',
    ...{ columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.21, top: 15.15 },
    ...{ stepRight: 66.04, stepDown: 38.1, padding: 3.5, qrDots: 8, bars: null },
    cut: false,
    products: 'Avery Zweckform L7160, J8160',
  },
};

/** Badges on a full sheet. */
export const perSheet = ({ columns, rows }: BadgeLayout): number => columns * rows;
