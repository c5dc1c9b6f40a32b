/**
 * XML as a small tree, within limits.
 *
 * A document type is refused before anything of it is read: without one there are no entities beyond the five of XML, so nothing can be
 * fetched and nothing can grow.
 */
import { SaxesParser } from 'saxes'
import { importLimits } from './limits.ts'
import { NotImported } from './refusal.ts'

export type XmlElement = {
  /** The namespace URI, and the name without a prefix. */
  readonly space: string
  readonly name: string
  /** By `name`, or by `{namespace}name` for attributes with a prefix. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Reads a whole XML document. Throws `NotImported`. */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  type Open = { readonly element: XmlElement; readonly children: XmlNode[] }
  const open: Open[] = []
  let root: XmlElement | undefined
  let elements = 0
  parser.on('error', (error) => {
    throw new NotImported('unreadable', error.message.slice(0, 200))
  })
  parser.on('doctype', () => {
    throw new NotImported('document-type')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    elements += 1
    if (elements > importLimits.elements) throw new NotImported('too-large', 'elements')
    if (open.length >= importLimits.depth) throw new NotImported('too-large', 'depth')
    const children: XmlNode[] = []
    const element: XmlElement = {
      space: uri,
      name: local,
      attributes: new Map(
        Object.values(attributes).map((one) => [one.uri === '' || one.prefix === '' ? one.local : `{${one.uri}}${one.local}`, one.value]),
      ),
      children,
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push({ element, children })
  })
  parser.on('closetag', () => void open.pop())
  const say = (text: string) => void open.at(-1)?.children.push(text)
  parser.on('text', say)
  parser.on('cdata', say)
  try {
    parser.write(source).close()
  } catch (error) {
    if (error instanceof NotImported) throw error
    throw new NotImported('unreadable', error instanceof Error ? error.message.slice(0, 200) : undefined)
  }
  if (root === undefined) throw new NotImported('unreadable', 'no element')
  return root
}

/** The child elements, of one name if given. */
export function elementsOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  if (element === undefined) return []
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name))
}

/** The first child element of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element, name)[0]
}

/** All words inside an element. */
export function wordsIn(element: XmlElement): string {
  return element.children.map((one) => (typeof one === 'string' ? one : wordsIn(one))).join('')
}

/** Every element below one, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  for (const one of element.children) {
    if (typeof one === 'string') continue
    yield one
    yield* descendants(one)
  }
}
