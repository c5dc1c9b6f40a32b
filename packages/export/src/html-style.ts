/** How the HTML paper looks, on a screen and printed on A4. System serif fonts only: the file loads nothing. */

/** The style sheet; `footer` stands at the foot of every printed page. */
export function styleSheet(footer: string): string {
  return `${SHEET}@page{@bottom-left{content:"${cssString(footer)}"}}`
}

/** Every character that is not a plain letter or digit as a CSS escape: inert in a string and in a style element. */
function cssString(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)
}

const SHEET = `
:root{color-scheme:light;font:1.0625rem/1.55 "Noto Serif","Source Serif 4",Cambria,Georgia,"Times New Roman","Noto Naskh Arabic",Amiri,serif;color:#14181f;background:#efeee9}
body{margin:0}
main,body>footer{box-sizing:border-box;max-width:50rem;margin:0 auto;padding:3rem clamp(1.25rem,7vw,5rem);background:#fffefb}
main{padding-block-end:1rem}
body>footer{padding-block-start:0}
h1,h2,h3{line-height:1.3;break-after:avoid;text-wrap:balance}
h1{font-size:1.5rem;text-align:center;margin:2rem 0 .75rem}
h2{font-size:1.125rem;text-align:center;margin:2.5rem 0 1rem}
h3{font-size:1.0625rem;margin:1.75rem 0 .4rem}
p{margin:.6rem 0;orphans:2;widows:2;overflow-wrap:break-word}
.stage{display:flex;justify-content:space-between;gap:1rem;margin:0;padding-block-end:.5rem;border-block-end:1px solid #14181f;font-size:.875rem}
.occasion{text-align:center;margin:0 0 1.5rem}
.notices{border:1px solid #b9b4a6;padding:.5rem 1rem;font-size:.875rem}
.notices p{margin:.3rem 0}
ul{list-style:none;margin:.5rem 0;padding:0}
li{margin:.35rem 0}
li:has(>.label){display:flex;gap:.75rem;padding-inline-start:1.5rem}
.label{flex:none;min-width:1.75rem}
li>div{flex:1;min-width:0}
li>div>p:first-child{margin-block-start:0}
li>div>p:last-child{margin-block-end:0}
.clause{margin-block-end:1rem}
sup{line-height:0;font-size:.7em}
.footnotes{margin-block-start:2rem;border-block-start:1px solid #b9b4a6;font-size:.875rem}
.bracket,.attribution{font-weight:700}
.status,.discussion{font-size:.875rem;color:#3d4552}
.status{border-inline-start:3px solid #b9b4a6;padding-inline-start:.75rem}
.alternative,.discussion{margin:.75rem 0 .75rem 1.5rem;padding:.1rem 0 .1rem .9rem;border-inline-start:3px double #8a8577}
.about,.author{font-weight:700;margin-block-end:.2rem}
.author{font-weight:400;font-style:italic}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.8125rem;line-height:1.4}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid #b9b4a6;padding:.35rem .5rem;vertical-align:top;text-align:start}
thead th{background:#f3f1ea}
th p,td p{margin:0 0 .25rem}
tbody th{font-weight:400}
tr{break-inside:avoid}
.signatures{break-inside:avoid;margin-block-start:2.5rem}
.signatures ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:0 2rem}
.signatures li{border-block-start:1px solid #14181f;margin-block-start:4rem;padding-block-start:.4rem}
body>footer{font-size:.8125rem;color:#3d4552;overflow-wrap:anywhere}
body>footer::before{content:"";display:block;border-block-start:1px solid #b9b4a6;margin-block-end:.75rem}
a{color:inherit}
@media print{
:root{font-size:11pt;background:none}
main,body>footer{max-width:none;padding:0;background:none}
.annex{break-before:page}
.landscape{page:landscape}
.scroll{overflow:visible}
}
@page{size:A4;margin:25mm 25mm 22mm;@bottom-right{content:counter(page) " / " counter(pages)}}
@page landscape{size:A4 landscape;margin:20mm}
`
