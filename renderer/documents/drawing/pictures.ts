/**
 * Pictures of dots. The engine takes one apart (colours, transparency) and packs it anew for every document; here it is
 * taken apart once in the life of the worker, and every document gets the same objects.
 */

import { Remembered } from '#renderer/documents/remembered.ts';

/** pdfkit's reference to an object of a file. */
interface Reference {
  readonly data: Record<string, unknown>;
  end(bytes?: Uint8Array): void;
}

/** The part of a document that pictures are written into. */
interface ObjectWriter {
  ref(data?: Record<string, unknown>): Reference;
}

/** pdfkit's picture. */
interface OpenedImage {
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
  embed(document: ObjectWriter): void;
  obj: Reference | null;
}

/** The engine's document, as far as pictures go. */
export interface PictureDocument extends ObjectWriter {
  _imageCount: number;
  readonly _imageRegistry: Record<string, unknown>;
  openImage(dataUrl: string): OpenedImage;
}

/** An object of a picture that is kept. */
class KeptObject implements Reference {
  readonly data: Record<string, unknown>;
  bytes: Uint8Array | undefined;
  readonly #onEnd: (object: KeptObject) => void;

  constructor(data: Record<string, unknown>, onEnd: (object: KeptObject) => void) {
    this.data = data;
    this.#onEnd = onEnd;
  }

  end(bytes?: Uint8Array): void {
    this.bytes = bytes;
    this.#onEnd(this);
  }

  /** Writes the object, and those that it points to. */
  writeTo(document: ObjectWriter): Reference {
    const written = (value: unknown): unknown => {
      if (value instanceof KeptObject) return value.writeTo(document);
      return Array.isArray(value) ? value.map(written) : value;
    };
    const entries = Object.entries(this.data).map(([key, value]) => [key, written(value)] as const);
    const reference = document.ref(Object.fromEntries(entries));
    reference.end(this.bytes);
    return reference;
  }
}

interface Picture extends Pick<OpenedImage, 'width' | 'height' | 'orientation'> {
  readonly object: KeptObject;
}

function takenApart(image: OpenedImage): Promise<Picture> {
  return new Promise((resolve) => {
    const { width, height, orientation = 1 } = image;
    const objects: KeptObject[] = [];
    // The picture itself is the first object that is asked for, and the last that is ended.
    const onEnd = (object: KeptObject): void => {
      if (object === objects[0]) resolve({ width, height, orientation, object });
    };
    const ref = (data: Record<string, unknown> = {}): Reference => {
      const object = new KeptObject(data, onEnd);
      objects.push(object);
      return object;
    };
    image.embed({ ref });
  });
}

/** Pictures by their data URL. */
export class SharedPictures {
  /** Enough for the partners of a facility. */
  readonly #known = new Remembered<Promise<Picture>>(32);

  /**
   * Embeds a picture under a key, by which the document then shows it.
   * @throws Error if it can't be read.
   */
  async embed(document: PictureDocument, key: string, dataUrl: string): Promise<void> {
    const { object, ...size } = await this.#known.of(dataUrl, () => takenApart(document.openImage(dataUrl)));
    document._imageCount += 1;
    document._imageRegistry[key] = {
      ...size,
      label: `I${document._imageCount}`,
      obj: object.writeTo(document),
    };
  }
}
