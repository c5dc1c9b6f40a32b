/** What an element looks like by its own style: how Google Docs and browsers write emphasis into a clipboard. */
import { attribute, type Element } from './nodes.ts'

/** What is not said here is as around the element. */
export type Look = {
  readonly bold?: boolean
  readonly italic?: boolean
  /** Lines that an element draws go through what is in it as well; nothing in it takes them away (CSS Text Decoration, section 2.1). */
  readonly underline?: true
  readonly struck?: true
  readonly hidden?: true
}

/** From this weight on a typeface is bold (CSS Fonts, section 2.2.1). */
const BOLD = 600

export function lookOf(node: Element): Look {
  const style = attribute(node, 'style')
  if (style === undefined) return {}
  const said = declarations(style)
  const weight = said.get('font-weight')
  const slope = said.get('font-style')
  const lines = `${said.get('text-decoration') ?? ''} ${said.get('text-decoration-line') ?? ''}`
  const bold = weight === undefined ? undefined : isBold(weight)
  const italic = slope === undefined ? undefined : isItalic(slope)
  return {
    ...(bold !== undefined && { bold }),
    ...(italic !== undefined && { italic }),
    ...(/\bunderline\b/.test(lines) && { underline: true }),
    ...(/\bline-through\b/.test(lines) && { struck: true }),
    ...(said.get('display') === 'none' && { hidden: true }),
  }
}

/** Properties and values in small letters. The last of a property counts. */
function declarations(style: string): ReadonlyMap<string, string> {
  const pairs = style
    .toLowerCase()
    .split(';')
    .map((one) => {
      const [property = '', ...value] = one.split(':')
      return [property.trim(), value.join(':').replace('!important', '').trim()] as const
    })
  return new Map(pairs)
}

/** Undefined for `inherit`, `unset` and what is no weight. */
function isBold(weight: string): boolean | undefined {
  if (weight === 'bold' || weight === 'bolder') return true
  if (weight === 'normal' || weight === 'lighter' || weight === 'initial') return false
  return /^\d+$/.test(weight) ? Number(weight) >= BOLD : undefined
}

function isItalic(slope: string): boolean | undefined {
  if (/^(italic|oblique)\b/.test(slope)) return true
  return slope === 'normal' || slope === 'initial' ? false : undefined
}
