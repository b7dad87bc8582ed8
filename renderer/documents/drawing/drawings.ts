/**
 * Drawings (SVG) that stand on planned pages. The engine alone can read them, and draws onto pages only: so each gets a
 * page of its own size, which then becomes a form that every page of the document can show. A drawing is read and
 * written once, however many pages show it.
 */
import type { ContentSection } from 'pdfmake/interfaces';
import type { PlacedMark, PlannedPage } from './marks.ts';

/** pdfkit's reference to an object of the file. */
interface Reference {
  data: Record<string, unknown>;
  end(): void;
}

interface LaidOutPage {
  readonly content: Reference;
  readonly resources: Reference;
  readonly dictionary: Reference;
}

/** The engine's document with the pages that it laid out. */
interface LaidOutDocument {
  _pageBuffer: LaidOutPage[];
  readonly _root: {
    readonly data: { readonly Pages: { readonly data: { Kids: unknown[]; Count: number } } };
  };
}

interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A form and the name by which pages show it. */
export interface DrawingForm {
  readonly name: string;
  readonly reference: unknown;
}

const keyOf = ({ svg, width, height }: Drawing): string => `${width} ${height} ${svg}`;

function drawingOf({ mark, width, height }: PlacedMark): Drawing[] {
  return mark.kind === 'drawing' ? [{ svg: mark.svg, width, height }] : [];
}

const edges = { paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0 };

/** A page for the engine, with the drawing as large as the page allows in the middle of it. */
function sectionOf({ svg, width, height }: Drawing): ContentSection {
  const fit: [number, number] = [width, height];
  const cell = { svg, fit, alignment: 'center', verticalAlignment: 'middle' } as const;
  return {
    pageSize: { width, height },
    pageMargins: 0,
    section: {
      absolutePosition: { x: 0, y: 0 },
      layout: { hLineWidth: () => 0, vLineWidth: () => 0, ...edges },
      table: { widths: [width], heights: height, body: [[cell]] },
    },
  };
}

/** The drawings of a document. */
export class Drawings {
  readonly #drawings: readonly Drawing[];
  #forms: ReadonlyMap<string, DrawingForm> = new Map();

  constructor(pages: readonly PlannedPage[]) {
    const all = pages.flatMap(({ marks }) => marks.flatMap(drawingOf));
    this.#drawings = [...new Map(all.map((drawing) => [keyOf(drawing), drawing])).values()];
  }

  /** What the engine has to lay out. */
  get content(): ContentSection[] {
    return this.#drawings.map(sectionOf);
  }

  /** Takes what the engine laid out from the pages of the document. @returns whether there was any. */
  takeFrom(document: unknown): boolean {
    if (this.#drawings.length === 0) return false;
    const laidOut = document as LaidOutDocument;
    const forms = new Map<string, DrawingForm>();
    for (const [at, { content, resources, dictionary }] of laidOut._pageBuffer.entries()) {
      const drawing = this.#drawings[at];
      if (!drawing) throw new Error('a drawing took more than its page');
      const BBox = [0, 0, drawing.width, drawing.height];
      Object.assign(content.data, { Type: 'XObject', Subtype: 'Form', BBox, Resources: resources });
      resources.end();
      content.end();
      // The number of the page that was stays in the file's table.
      dictionary.data = {};
      dictionary.end();
      forms.set(keyOf(drawing), { name: `D${at + 1}`, reference: content });
    }
    laidOut._pageBuffer = [];
    Object.assign(laidOut._root.data.Pages.data, { Kids: [], Count: 0 });
    this.#forms = forms;
    return true;
  }

  formOf({ svg }: { readonly svg: string }, { width, height }: PlacedMark): DrawingForm {
    const form = this.#forms.get(keyOf({ svg, width, height }));
    if (!form) throw new Error('a drawing was not laid out');
    return form;
  }
}
