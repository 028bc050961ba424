/** The look of the product's paper, light and dark, on screen and printed. Fonts are the reader's own: none is fetched. */
export const htmlStyle = `
:root{color-scheme:light dark;--page:#f6f4ee;--sheet:#fffdf9;--ink:#1d1b18;--ink-2:#4f4b44;--ink-3:#68645a;--hair:#dcd7cb;--accent:#0a6266;--error:#a3211b;--warning:#b47800;--info:#3b5570;--sunken:#edeae2}
@media (prefers-color-scheme:dark){:root{--page:#121415;--sheet:#191c1d;--ink:#edeae3;--ink-2:#bdb9b0;--ink-3:#9b978e;--hair:#343a3c;--accent:#62c1b9;--error:#ff8b7e;--warning:#f0be4a;--info:#9fb8d1;--sunken:#0d0f10}}
*{box-sizing:border-box}
html{background:var(--page);color:var(--ink);font:17px/27px "Source Serif 4",Charter,"Bitstream Charter","Noto Serif",Georgia,serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:55rem;padding:3rem 4rem;background:var(--sheet);overflow-wrap:anywhere}
h1{margin:0 0 .5rem;font-size:34px;line-height:42px}
h2{margin:3rem 0 1rem;padding-top:1.5rem;border-top:1px solid var(--hair);font-size:26px;line-height:34px}
h3{margin:2rem 0 .5rem;font-size:20px;line-height:28px}
h4{margin:1.5rem 0 .25rem;font-size:17px}
h2 .number{margin-right:.75rem;color:var(--ink-3);font-weight:400}
p,ul,ol,dl,table,pre,blockquote{margin:.75rem 0}
dt,nav,th,caption,.note,.word,header .state,footer{font-family:"Source Sans 3","Noto Sans","Helvetica Neue",Arial,sans-serif}
a{color:var(--accent)}
nav ol{margin:0;padding:0;list-style:none;columns:2 18rem;column-gap:2rem;font-size:15px;line-height:24px}
nav .number{display:inline-block;min-width:1.75rem;color:var(--ink-3)}
dl>div{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 1.5rem;padding:.4rem 0;border-bottom:1px solid var(--hair)}
dl>div:last-child{border-bottom:0}
dt{color:var(--ink-2);font-size:13px;line-height:27px}
dd{margin:0;min-width:0}
dd>:first-child{margin-top:0}dd>:last-child{margin-bottom:0}
.wide{position:relative;overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:15px;line-height:22px;font-variant-numeric:tabular-nums}
caption{padding-bottom:.25rem;text-align:left;color:var(--ink-2);font-size:13px}
th,td{padding:.4rem .6rem;border-bottom:1px solid var(--hair);text-align:left;vertical-align:baseline;overflow-wrap:normal}
td{overflow-wrap:anywhere;min-width:4rem}
th{color:var(--ink-2);font-size:13px}
th:first-child,td:first-child{padding-left:0}
.end{text-align:right}
code,pre{font-family:"Source Code Pro","DejaVu Sans Mono",Menlo,monospace;font-size:.88em}
pre{padding:.75rem;overflow-x:auto;background:var(--sunken);line-height:1.5}
blockquote{margin-left:0;padding-left:1rem;border-left:2px solid var(--hair);color:var(--ink-2)}
img{max-width:100%;height:auto}
figure{margin:1.25rem 0}
figcaption{color:var(--ink-2);font:15px/22px "Source Sans 3","Noto Sans","Helvetica Neue",Arial,sans-serif}
svg{display:block;width:100%;height:auto;margin-bottom:.5rem;font:12px "Source Sans 3","Noto Sans","Helvetica Neue",Arial,sans-serif}
svg .label{fill:var(--ink)}svg .note{fill:var(--ink-2)}svg .first{fill:var(--accent)}svg .second,svg .heat{fill:var(--info)}svg .frame{fill:none;stroke:var(--hair)}
svg .line{fill:none;stroke:var(--ink-3)}svg .axis{fill:none;stroke:var(--hair)}svg .reference{fill:none;stroke:var(--error);stroke-dasharray:4 3}
hr{margin:2rem 0;border:0;border-top:1px solid var(--hair)}
.callout{margin:1rem 0;padding-left:1rem;border-left:2px solid var(--hair)}
.callout>p{margin:.25rem 0}
.callout.error{border-color:var(--error)}.callout.warning{border-color:var(--warning)}.callout.info{border-color:var(--info)}
.word{font-size:13px;color:var(--ink-2)}
.open{color:var(--ink-2)}
.basis{color:var(--ink-2);font-size:.85em}
.note{color:var(--ink-3);font-size:13px;line-height:20px}
li>p{margin:.25rem 0}
.task{list-style:none}
.state{color:var(--ink-2);font-size:15px}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--hair);color:var(--ink-3);font-size:13px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:40rem){body{padding:1.5rem 1rem}h1{font-size:26px;line-height:34px}h2{font-size:22px;line-height:30px}dl>div{grid-template-columns:minmax(0,1fr)}}
@media print{:root{color-scheme:light;--page:#fff;--sheet:#fff;--ink:#000;--ink-2:#333;--ink-3:#444;--hair:#bbb;--accent:#000}html{font-size:10.5pt;line-height:15pt}body{padding:0;max-width:none}h2,h3,h4{break-after:avoid}tr,.callout,img,figure{break-inside:avoid}thead{display:table-header-group}.wide{overflow:visible}}
`;
