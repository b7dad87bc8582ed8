import { page as a4, mm } from '#renderer/documents/paper.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';

/** The measures of a template's paper. */
export interface Paper {
  readonly name: 'A4' | 'A5';
  readonly width: number;
  readonly height: number;
  /** Left and right edge of the text: room for the holes of a folder at the left. */
  readonly left: number;
  readonly textWidth: number;
  /** Where marks stand that are not part of the first print, above everything else. */
  readonly markTop: number;
  /** Where the head begins. */
  readonly headTop: number;
  /** Where the text begins if the head is as short as usual. */
  readonly bodyTop: number;
  /** Nothing is printed below it but a frame. */
  readonly bottom: number;
  /** Of the frame from the edge of the paper. */
  readonly frame: number;
  /** Of type and of space, against A4. */
  readonly scale: { readonly type: number; readonly space: number };
}

/** The paper that a template is printed on. Within a frame the text keeps away from it. */
export function paperOf({ paper, frame }: Pick<TemplateContent, 'paper' | 'frame'>): Paper {
  const framed = frame !== 'none';
  if (paper === 'A4') {
    const [left, right] = [mm(25), mm(20)];
    return {
      ...{ name: paper, width: a4.width, height: a4.height, left, textWidth: a4.width - left - right },
      ...{ markTop: framed ? 30 : 24, headTop: framed ? 50 : 42, bodyTop: framed ? 122 : 112 },
      ...{ bottom: a4.height - (framed ? 34 : 14), frame: mm(8), scale: { type: 1, space: 1 } },
    };
  }
  const [width, height, left, right] = [mm(148), mm(210), mm(20), mm(14)];
  return {
    ...{ name: paper, width, height, left, textWidth: width - left - right },
    ...{ markTop: framed ? 23 : 18, headTop: framed ? 37 : 32, bodyTop: framed ? 88 : 82 },
    ...{ bottom: height - (framed ? 25 : 12), frame: mm(6), scale: { type: 0.8, space: 0.7 } },
  };
}
