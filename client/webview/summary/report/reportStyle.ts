/** The look of a saved report, on screens of either sort and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: 0.75rem; }
dl > div { border: 1px solid; border-color: color-mix(in srgb, currentColor 25%, transparent); padding: 0.5rem 0.75rem; }
dt { font-size: 0.85rem; } dd { margin: 0; overflow-wrap: anywhere; }
dd.value { font-size: 1.25rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.2rem 0.6rem; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid; }
tbody tr { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
tbody th { font-weight: 400; }
.number { text-align: right; white-space: nowrap; overflow-wrap: normal; }
.table { overflow-x: auto; }
.accepted { fill: #2b7a4b; } .rejected { fill: #c4402f; } .other { fill: #8a8a8a; }
.gap { fill: #8a8a8a; opacity: 0.35; }
svg { width: 100%; height: 10rem; border-bottom: 1px solid; }
.ends { display: flex; justify-content: space-between; margin: 0; }
.note { font-size: 0.9rem; }
@media print { body { margin: 0; max-width: none; } section { break-inside: avoid-page; } }
`;
