/** The night palette: each colour is at least 8:1 on `ground` (paper colours: at least 6:1 on `paper`). */
export const look = {
  ground: '#0B1B33',
  panel: '#142A4B',
  line: '#3A5078',
  screen: '#061024',
  text: '#F6F1E7',
  quiet: '#B8C4D6',
  brass: '#F2C14E',
  civil: '#63D2C6',
  criminal: '#FF9DB8',
  unsure: '#F2C14E',
  paper: '#FBF8F2',
  ink: '#10233F',
  quietInk: '#4A5B75',
  lit: '#F8E2A6',
  civilInk: '#0F6B63',
  criminalInk: '#8A2B4B',
  unsureInk: '#7A5200',
} as const;

export const mono = '"DejaVu Sans Mono", "Liberation Mono", ui-monospace, monospace';

/**
 * Picture units: drawn for 1280 × 720; the page scales them to the size that is rendered. Words keep 5 % from every edge
 * (SMPTE ST 2046-1 title-safe is 5 %) and leave the lowest 18 % to the captions.
 */
export const frame = {
  width: 1280,
  height: 720,
  left: 64,
  right: 1216,
  safeTop: 36,
  top: 104,
  captionsFrom: 590,
} as const;

/**
 * Least type in picture units. 29 is 4 % of the height, which a muster room reads from eight metres; 24 is 3 %, for
 * labels beside a fact, and is 16 pixels high in the 480-line rendition.
 */
export const leastType = { fact: 29, label: 24 } as const;

/** Between scenes: white sheets that came or went at once would be a flash on a dark ground (WCAG 2.3.1). */
export const fadeSeconds = 0.6;
