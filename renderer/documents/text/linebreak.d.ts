/** Places where a line may end (Unicode, UAX 14); the package brings no types. */
declare module 'linebreak' {
  interface Break {
    /** Index in the text that the next line would begin at. */
    readonly position: number;
    /** Whether a line must end here. */
    readonly required: boolean;
  }

  // biome-ignore lint/style/noDefaultExport: the package's own
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
