/**
 * Parts a self-contained document into its markup and its style sheet. The document is the server's own, made from one tree, so its style
 * elements are found by their tags; parsing it would make the browser complain of the very styles that are being taken out.
 */

export type Undressed = { readonly html: string; readonly css: string }

export function splitStyles(document: string): Undressed {
  const css: string[] = []
  const html = document.replaceAll(/<style>([^]*?)<\/style>/g, (_, sheet: string) => {
    css.push(sheet)
    return ''
  })
  return { html, css: css.join('\n') }
}
