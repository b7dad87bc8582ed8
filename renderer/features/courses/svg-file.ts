/**
 * Reads a logo that is drawn in SVG. Guarantees, against drawings that carry more than a drawing: what is kept consists
 * of shapes and colours only, written anew from an allow-list. Scripts, event handlers, foreign content, links,
 * references to anything outside of the file, embedded pictures and copies of parts (`use`, which can blow up in memory)
 * are refused, not removed: a logo that lost a part would be another logo. What only drawing programs read is left out.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';

export type SvgProblem = 'unreadable' | 'svg-content' | 'svg-text';

const svgNamespace = 'http://www.w3.org/2000/svg';

const shapes = new Set([
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'defs'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'style'],
]);
/** Told to readers of the drawing, never drawn. */
const leftOut = new Set(['title', 'desc', 'metadata']);
/** Letters would be set in another font than the logo's. */
const letters = new Set(['text', 'tspan', 'textPath', 'tref', 'font', 'altGlyph']);

const attributes = new Set([
  ...['d', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'width', 'height'],
  ...['points', 'viewBox', 'transform', 'id', 'class', 'style', 'offset', 'gradientUnits'],
  ...['gradientTransform', 'spreadMethod', 'clipPathUnits', 'clip-path', 'clip-rule', 'fill', 'fill-rule'],
  ...['fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'stop-color', 'stop-opacity', 'opacity'],
  ...['display', 'visibility', 'color', 'type'],
]);

const mostElements = 5_000;
const mostDepth = 50;

/** Whether a value refers to nothing but parts of the same drawing, and hides nothing by escapes. */
function isPlain(value: string): boolean {
  if (/[\\@<]|expression|javascript:|data:|https?:|\/\*/i.test(value)) return false;
  return [...value.matchAll(/url\s*\(\s*(['"]?)\s*(.)/gi)].every(([, , first]) => first === '#');
}

/** A copy of the shapes below an element, or why there can be none. */
function copied(from: Element, to: Element, depth: number, count: { left: number }): SvgProblem | undefined {
  count.left -= 1;
  if (count.left < 0 || depth > mostDepth) return 'svg-content';
  for (const { name, localName, namespaceURI, value } of from.attributes) {
    if (/^on/i.test(localName)) return 'svg-content';
    if (localName === 'href' || localName === 'src') return 'svg-content';
    if (namespaceURI !== null || !attributes.has(name)) continue;
    if (!isPlain(value)) return 'svg-content';
    to.setAttribute(name, value);
  }
  if (from.localName === 'style') {
    const css = from.textContent ?? '';
    if (!isPlain(css)) return 'svg-content';
    to.textContent = css;
    return undefined;
  }
  for (const child of from.children) {
    if (child.namespaceURI !== svgNamespace) {
      // Notes of drawing programs have a namespace of their own; pages of the web have one too, and are content.
      if (/xhtml|MathML/i.test(child.namespaceURI ?? '')) return 'svg-content';
      continue;
    }
    if (leftOut.has(child.localName)) continue;
    if (letters.has(child.localName)) return 'svg-text';
    if (!shapes.has(child.localName)) return 'svg-content';
    const copy = to.ownerDocument.createElementNS(svgNamespace, child.localName);
    const problem = copied(child, copy, depth + 1, count);
    if (problem) return problem;
    to.append(copy);
  }
  return undefined;
}

/** The drawing's own measures: papers and screens fit it to its place by them. */
function viewBoxOf(root: Element): string | undefined {
  const numbers = (root.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  if (numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0)
    return numbers.join(' ');
  const side = (name: string): number => {
    const [, number] = /^\s*(\d+(?:\.\d+)?)(?:px|pt|mm|cm|in)?\s*$/.exec(root.getAttribute(name) ?? '') ?? [];
    return Number(number ?? 0);
  };
  const sides = [side('width'), side('height')];
  return sides.every((one) => one > 0) ? `0 0 ${sides.join(' ')}` : undefined;
}

/** Whether a file begins as a drawing in SVG does, or any other XML. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/** The drawing with nothing but shapes in it, as text, or why it can't be used. */
export function plainSvg(text: string): Result<string, SvgProblem> {
  if (/<!ENTITY|<\?xml-stylesheet/i.test(text)) return err('svg-content');
  const read = new DOMParser().parseFromString(text, 'image/svg+xml');
  const root = read.documentElement;
  if (read.querySelector('parsererror') || root.localName !== 'svg' || root.namespaceURI !== svgNamespace)
    return err('unreadable');
  const viewBox = viewBoxOf(root);
  if (viewBox === undefined) return err('unreadable');
  const made = document.implementation.createDocument(svgNamespace, 'svg');
  const copy = made.documentElement;
  const problem = copied(root, copy, 0, { left: mostElements });
  if (problem) return err(problem);
  if (copy.childElementCount === 0) return err('unreadable');
  for (const name of ['width', 'height', 'x', 'y', 'style', 'class']) copy.removeAttribute(name);
  copy.setAttribute('viewBox', viewBox);
  return ok(new XMLSerializer().serializeToString(copy));
}
