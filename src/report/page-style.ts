/** The style of a report page: readable width, light and dark, and a print version without controls. */
export const pageStyle = `
html { scroll-behavior: smooth }
body { margin: 0 auto; max-width: 1240px; padding: 24px 40px 64px }
h1 { font-size: 34px; line-height: 1.2; margin: 12px 0 8px }
h2 { font-size: 25px; line-height: 1.25; margin: 0 0 4px }
pre { overflow-x: auto; background: var(--wash); padding: 12px 16px; border-radius: 6px }
.verdict { font-size: 20px; margin: 0 0 8px; max-width: 60em }
.command code { background: var(--wash); padding: 4px 8px; border-radius: 6px; overflow-wrap: anywhere }
.warning { color: var(--warn); font-weight: 600 }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; border-bottom: 1px solid var(--line); padding: 8px 0 12px }
section { margin: 44px 0 0; scroll-margin-top: 12px }
.subtitle { color: var(--muted); margin: 0 0 12px }
figure { margin: 0 }
.chart { min-height: 120px }
.chart svg { display: block; width: 100%; height: auto; overflow: visible }
@media screen and (prefers-color-scheme: dark) { .chart:not(.live) { background: #ffffff; padding: 8px; border-radius: 6px } }
figcaption { color: var(--muted); font-size: 15px; margin-top: 8px; max-width: 75em }
.choice { float: right; color: var(--muted) }
.scroll { overflow-x: auto }
table { border-collapse: collapse; margin: 8px 0; font-variant-numeric: tabular-nums }
caption { text-align: left; color: var(--muted); padding: 4px 0 }
th, td { text-align: left; padding: 6px 20px 6px 0; border-bottom: 1px solid var(--line); white-space: nowrap }
thead th button { border: 0; padding: 0; font-weight: 600; background: none; cursor: pointer }
th[aria-sort="ascending"] button::after { content: " \\2191" }
th[aria-sort="descending"] button::after { content: " \\2193" }
.number { text-align: right }
dt { font-weight: 600; margin-top: 10px }
dd { margin: 0; max-width: 60em }
.tip { position: fixed; pointer-events: none; z-index: 1; background: var(--paper); color: var(--ink); border: 1px solid var(--line);
  border-radius: 6px; padding: 8px 12px; font-size: 15px; box-shadow: 0 4px 16px rgb(0 0 0 / 20%); display: none }
.tip table { margin: 0 }
.tip th, .tip td { border: 0; padding: 1px 12px 1px 0 }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt }
  h1 { font-size: 20pt }
  h2 { font-size: 14pt }
  .verdict { font-size: 11pt }
  section { margin-top: 24px }
  .scroll { overflow: visible }
  table { font-size: 8.5pt }
  th, td { padding: 3px 10px 3px 0 }
  nav, .choice, .skip, .command { display: none }
  .figure { break-inside: avoid }
  details > * { display: block }
  thead th button { color: inherit }
}
`;
