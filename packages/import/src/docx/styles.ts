/** What the styles of a document say about the outline: headings, the title, numbering and emphasis that come with a style. */
import { child, elementsOf, type XmlElement } from '../xml.ts'
import { attribute, isOn } from './attribute.ts'

export type Style = {
  readonly name: string
  /** From 1, where the style is a heading. */
  readonly heading: number | undefined
  readonly title: boolean
  readonly numbering: { readonly id: string; readonly level: number } | undefined
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly hidden: boolean
}

const plain: Style = {
  name: '',
  heading: undefined,
  title: false,
  numbering: undefined,
  bold: false,
  italic: false,
  underline: false,
  hidden: false,
}

/** Longest chain of styles based on each other that is followed. */
const MAX_CHAIN = 20

/** Answers what a style means, those it is based on included. */
export function readStyles(styles: XmlElement | undefined): (id: string | undefined) => Style {
  const byId = new Map(elementsOf(styles, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]))
  const known = new Map<string, Style>()
  const resolve = (id: string | undefined, depth: number): Style => {
    const style = id === undefined ? undefined : byId.get(id)
    if (id === undefined || style === undefined || depth > MAX_CHAIN) return plain
    const before = known.get(id)
    if (before !== undefined) return before
    const base = resolve(attribute(child(style, 'basedOn'), 'val'), depth + 1)
    const made = readStyle(style, base)
    known.set(id, made)
    return made
  }
  return (id) => resolve(id, 0)
}

function readStyle(style: XmlElement, base: Style): Style {
  const name = attribute(child(style, 'name'), 'val') ?? ''
  const paragraph = child(style, 'pPr')
  const run = child(style, 'rPr')
  const outline = attribute(child(paragraph, 'outlineLvl'), 'val')
  const named = /^heading (\d)$/i.exec(name)?.[1]
  const level = named ?? (outline === undefined ? undefined : String(Number(outline) + 1))
  const has = (property: string, was: boolean) => (child(run, property) === undefined ? was : isOn(child(run, property)))
  return {
    name,
    heading: level === undefined ? base.heading : Number(level) <= 9 ? Number(level) : undefined,
    title: /^(title|subtitle)$/i.test(name) || base.title,
    numbering: numberingOf(paragraph) ?? base.numbering,
    bold: has('b', base.bold),
    italic: has('i', base.italic),
    underline: has('u', base.underline),
    hidden: has('vanish', base.hidden),
  }
}

/** The list a paragraph belongs to. Number 0 takes it out of every list. */
export function numberingOf(properties: XmlElement | undefined): Style['numbering'] {
  const numbering = child(properties, 'numPr')
  const id = attribute(child(numbering, 'numId'), 'val')
  return id === undefined ? undefined : { id, level: Number(attribute(child(numbering, 'ilvl'), 'val') ?? 0) }
}
