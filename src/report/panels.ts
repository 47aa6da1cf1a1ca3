/** How the panels of a small multiple, one a strategy, are laid out on a slide. */

/** Panels side by side. Heights are compared best in one row, as long as its panels are wide enough for their headings. */
export function panelColumns(panels: number): number {
  if (panels <= 5) return panels;
  return panels <= 6 ? 3 : 4;
}
