/** Words as they stand in a picture, for the check of the rendering. */
export interface Inked {
  readonly text: string;
  /** Height of the type, in picture units (a 720th of the picture's height). */
  readonly size: number;
  /** Share of the type that shows: below 1 while it comes or goes. */
  readonly opacity: number;
  /** Contrast with what stands behind it, 1 to 21 (WCAG 2.2, 1.4.3). */
  readonly contrast: number;
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function parse(css: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, css === 'transparent' || css === 'none' ? 0 : alpha];
}

const over = (top: Colour, under: Colour): Colour => {
  const blend = (a: number, b: number) => a * top[3] + b * (1 - top[3]);
  return [blend(top[0], under[0]), blend(top[1], under[1]), blend(top[2], under[2]), 1];
};

function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrastOf(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

export function opacityOf(element: Element | null, root: Element): number {
  let opacity = 1;
  for (let each = element; each && each !== root; each = each.parentElement)
    opacity *= Number(getComputedStyle(each).opacity);
  return opacity;
}

/** What is painted behind a point, from the stage up, without the words themselves. */
function groundAt(x: number, y: number, words: Element, root: Element): Colour {
  // Topmost first: what lies over the words, such as a line that passes, is not behind them.
  const all = document.elementsFromPoint(x, y).filter((each) => root.contains(each));
  const own = Math.max(0, all.indexOf(words));
  const pile = all.slice(words instanceof HTMLElement ? own : own + 1);
  return pile.reverse().reduce<Colour>(
    (ground, each) => {
      const css = getComputedStyle(each);
      const isShape = each instanceof SVGGeometryElement;
      const [red, green, blue, alpha] = parse(isShape ? css.fill : css.backgroundColor);
      return over([red, green, blue, alpha * opacityOf(each, root)], ground);
    },
    [0, 0, 0, 1],
  );
}

/** Every piece of text on the stage. Purely decorative words (the faint mark across a sheet) carry `data-faint`. */
export function textInk(root: HTMLElement): Inked[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const inked: Inked[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!element || text === '' || element.closest('[data-faint]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const opacity = opacityOf(element, root);
    const css = getComputedStyle(element);
    const [red, green, blue, alpha] = parse(element instanceof SVGElement ? css.fill : css.color);
    const ground = groundAt(box.left + box.width / 2, box.top + box.height / 2, element, root);
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1;
    inked.push({
      text,
      size: Number.parseFloat(css.fontSize) * scale,
      opacity,
      contrast: contrastOf(over([red, green, blue, alpha * opacity], ground), ground),
    });
  }
  return inked;
}
