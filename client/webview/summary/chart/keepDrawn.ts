/** Draws a chart anew when its frame's width or the theme's colours change. */
export function keepDrawn(root: HTMLElement, draw: () => void): void {
  let width = 0;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    draw();
  }).observe(root);
  const themed = { attributes: true, attributeFilter: ['class', 'style'] };
  const watcher = new MutationObserver(() => requestAnimationFrame(draw));
  watcher.observe(document.documentElement, themed);
  watcher.observe(document.body, themed);
  matchMedia('(forced-colors: active)').addEventListener('change', draw);
}
