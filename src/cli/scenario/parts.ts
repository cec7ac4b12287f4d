/** Attributes of Graphviz; a label may be of its own kind of HTML. */
type Attributes = Record<string, string | number | { html: string }>;
export type Node = { name: string; attributes: Attributes };
export type Edge = { tail: string; head: string; attributes: Attributes };

/** Colours of the screens by day (tokens.css). */
export const ink = '#10233f';
export const quiet = '#4a5b75';
export const ground = '#fbf8f2';

/** The right way is thick. */
export const rightWay = { penwidth: 4, color: '#1e6b3a' };
