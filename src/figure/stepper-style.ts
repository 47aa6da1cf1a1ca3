/** The style of the stepper's page, after that of every page. Colours whose names begin with `fig` are those of the figures. */
export const stepperStyle = `
header { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); padding: 10px 20px }
.heading { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 18px }
.heading h1 { font-size: 19px; margin: 0 }
#title { font-size: 21px; font-weight: 700; margin: 0; flex: 1 1 320px; min-height: 1.5em }
#step { margin: 0; color: var(--muted); font-variant-numeric: tabular-nums }
.controls { display: flex; gap: 8px; align-items: center; margin-top: 6px }
.controls button { min-width: 44px; min-height: 36px }
.controls button:disabled { color: var(--muted); cursor: default; opacity: 0.6 }
#slider { flex: 1; padding: 0; accent-color: var(--link); min-height: 36px }
main { display: grid; grid-template-columns: minmax(260px, 25%) minmax(0, 1fr); gap: 24px; padding: 16px 20px 40px }
h2 { font-size: 18px; margin: 0 0 6px }
h3 { font-size: 15px; color: var(--muted); margin: 12px 0 2px }
.program { position: sticky; top: 116px; align-self: start; max-height: calc(100vh - 130px); display: flex; flex-direction: column; gap: 12px }
#source ol { list-style: none; margin: 0; padding: 0 }
#source { padding: 8px 0; background: var(--wash); border-radius: 8px; overflow: auto; flex: 1 1 auto; min-height: 160px }
#source li { display: flex; padding: 1px 12px 1px 4px; white-space: pre; width: max-content; min-width: 100% }
#source li[aria-current] { background: var(--fig-highlight); box-shadow: inset 5px 0 0 var(--fig-gone); font-weight: 700 }
#source code { font-size: 15px; line-height: 1.6 }
.number { color: var(--muted); min-width: 3em; text-align: right; padding-right: 14px; font-size: 14px; font-variant-numeric: tabular-nums; user-select: none }
.output pre { margin: 0; padding: 8px 12px; background: var(--wash); border-radius: 8px; max-height: 24vh; overflow: auto; font-size: 15px; white-space: pre-wrap; overflow-wrap: anywhere }
.keys { color: var(--muted); font-size: 14px; margin: 0 }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 1px 5px; background: var(--wash) }
#panels { display: grid; gap: 28px; min-width: 0 }
.panel { min-width: 0 }
.panel + .panel { border-top: 1px solid var(--line); padding-top: 18px }
.mark { width: 15px; height: 15px; margin-right: 9px }
.figures { margin: 0 0 6px; color: var(--muted); font-variant-numeric: tabular-nums }
.note { color: var(--warn); font-weight: 600 }
.stage { overflow: auto; max-height: 78vh; border: 1px solid var(--line); border-radius: 8px; padding: 10px }
.several #panels { grid-template-columns: repeat(auto-fit, minmax(min(100%, 470px), 1fr)); align-items: start }
.several .panel + .panel { border-top: 0; padding-top: 0 }
.several .events { columns: 1 }
.drawing { display: block; max-width: none; height: auto }
.events { margin: 0; padding-left: 20px; min-height: 1.6em; font-size: 15px; columns: 3 240px }
details { margin-top: 12px }
summary { color: var(--muted); font-weight: 600; font-size: 15px }
.legend { margin: 6px 0; color: var(--muted); font-size: 15px }
.key { display: inline-block; width: 22px; height: 13px; border-radius: 3px; margin: 0 6px 0 14px; vertical-align: -1px }
.key:first-child { margin-left: 0 }
.map { width: 100%; max-width: 860px; height: auto; display: block }
.map .page { font-size: 14px; fill: var(--muted) }
.map .live { fill: var(--map-live) } .key.live { background: var(--map-live) }
.map .free { fill: var(--map-free) } .key.free { background: var(--map-free) }
.map .new { fill: var(--fig-fresh) } .key.new { background: var(--fig-fresh) }
.map .unreachable { fill: var(--fig-gone) } .key.unreachable { background: var(--fig-gone) }
table { border-collapse: collapse; font-size: 15px }
th, td { text-align: left; padding: 3px 14px 3px 0; border-bottom: 1px solid var(--line); vertical-align: top }
[role=region] { overflow: auto }
footer { padding: 0 20px 24px; color: var(--muted); font-size: 14px }
.noscript { padding: 0 20px; color: var(--warn) }
.drawing text { fill: var(--ink) }
.frame > rect { fill: var(--fig-wash); stroke: var(--fig-faint); stroke-width: 1.5 }
.frame.current > rect:first-child { fill: var(--fig-current); stroke: var(--fig-currentline); stroke-width: 2.5 }
.drawing .box { fill: var(--paper); stroke: var(--fig-line); stroke-width: 1.2 }
.drawing .line { stroke: var(--fig-line); stroke-width: 1.2; fill: none }
.drawing .name { font-size: 18px; font-weight: 700 }
.drawing .label { font-size: 17px; font-weight: 500 }
.drawing .text { font-size: 17px; font-weight: 600 }
.drawing .value { font-size: 22px; font-weight: 700 }
.drawing .address { font-size: 15px; font-weight: 500; fill: var(--muted) }
.drawing .note { font-size: 15px; font-weight: 400; fill: var(--muted) }
.drawing .refs { font-size: 17px; font-weight: 600; fill: var(--muted) }
.card .outline { fill: var(--paper); stroke: var(--fig-line); stroke-width: 1.5 }
.card.shelf .outline { fill: var(--fig-shelf); stroke: var(--fig-faint) }
.card.new .outline { stroke: var(--fig-fresh); stroke-width: 2.5 }
.card.unreachable .outline { stroke: var(--fig-gone); stroke-width: 2.5 }
.drawing .card.unreachable .refs { fill: var(--fig-gone) }
.card.freed .outline { fill: var(--fig-wash); stroke: var(--fig-gone); stroke-width: 2; stroke-dasharray: 7 5 }
.card.left .outline { fill: var(--fig-wash); stroke: var(--fig-moved); stroke-dasharray: 2 4 }
.drawing .card.freed text, .drawing .card.left text { fill: var(--muted) }
.card.freed .value { text-decoration: line-through }
.badge rect { fill: var(--fig-gone) }
.badge.new rect { fill: var(--fig-fresh) }
.badge.left rect { fill: var(--fig-moved) }
.drawing .badge text { fill: var(--fig-onbadge); font-size: 15px; font-weight: 700 }
.arrow .way { fill: none; stroke: var(--fig-arrow); stroke-width: 2.2 }
.arrow circle, .arrow .head { fill: var(--fig-arrow) }
.arrow.fresh .way { stroke: var(--fig-fresh) }
.arrow.fresh circle, .arrow.fresh .head { fill: var(--fig-fresh) }
.arrow.moved .way { stroke: var(--fig-moved); stroke-width: 2.5; stroke-dasharray: 8 5 }
.arrow.moved .head { fill: var(--fig-moved) }
@media (max-width: 900px) {
  .controls { flex-wrap: wrap }
  .controls button { flex: 1 1 auto; white-space: nowrap }
  #slider { flex: 1 1 100%; order: -1 }
  main { grid-template-columns: minmax(0, 1fr) }
  .program { position: static; max-height: none }
  #source { max-height: 34vh }
}
@media print { .controls, .keys, .skip { display: none } header { position: static } .stage { max-height: none } }
`;
