/** Draws anew and gives the focus back to the control that had it; its place is in `data-focus`. */
export function keepFocus(root: HTMLElement, draw: () => void): void {
  const name = root.contains(document.activeElement)
    ? document.activeElement?.getAttribute('data-focus')
    : undefined;
  draw();
  if (!name) return;
  for (const candidate of root.querySelectorAll<HTMLElement>('[data-focus]')) {
    if (candidate.getAttribute('data-focus') !== name) continue;
    candidate.focus({ preventScroll: true });
    return;
  }
}
