/** The parts of a DOCX that say something about its text, after everything dangerous has been refused. */
import { unpack } from '../archive.ts'
import { NotImported } from '../refusal.ts'
import { descendants, elementsOf, parseXml, type XmlElement } from '../xml.ts'

export type DocxPackage = {
  readonly document: XmlElement
  readonly styles: XmlElement | undefined
  readonly numbering: XmlElement | undefined
  readonly comments: XmlElement | undefined
  readonly commentThreads: XmlElement | undefined
  readonly footnotes: XmlElement | undefined
  readonly endnotes: XmlElement | undefined
  readonly title: string | undefined
  /** The targets of hyperlinks, by relationship id. */
  readonly links: ReadonlyMap<string, string>
  /** How many headers and footers there are. They are not part of the text. */
  readonly margins: number
}

const DDE = /(^|\s)DDE(AUTO)?\b/i

/** Opens a DOCX (Office Open XML, ISO/IEC 29500). Throws `NotImported`. */
export function openDocx(bytes: Uint8Array): DocxPackage {
  const names = new Set<string>()
  const parts = unpack(bytes, (name) => {
    names.add(name)
    return /\.(xml|rels)$/i.test(name)
  })
  const part = (name: string): XmlElement | undefined => {
    const found = parts.get(name)
    return found === undefined ? undefined : parseXml(new TextDecoder().decode(found))
  }
  if (part('[Content_Types].xml') === undefined) throw new NotImported('unreadable', 'no content types')
  const main = mainPart(part('_rels/.rels'))
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const document = part(main)
  if (document === undefined) throw new NotImported('unreadable', 'no document')
  refuseExternal([...parts.keys()].filter((name) => name.endsWith('.rels')).map((name) => part(name)))
  const inFolder = (name: string) => part(`${folder}${name}.xml`)
  const pieces = { footnotes: inFolder('footnotes'), endnotes: inFolder('endnotes'), comments: inFolder('comments') }
  for (const one of [document, pieces.footnotes, pieces.endnotes, pieces.comments]) refuseCommands(one)
  const core = part('docProps/core.xml')
  return {
    document,
    ...pieces,
    styles: inFolder('styles'),
    numbering: inFolder('numbering'),
    commentThreads: inFolder('commentsExtended'),
    title: elementsOf(core, 'title').flatMap(({ children }) => children.filter((one) => typeof one === 'string'))[0],
    links: new Map(relationships(part(`${folder}_rels/${main.slice(folder.length)}.rels`)).map(({ id, target }) => [id, target])),
    margins: [...names].filter((name) => /\/(header|footer)\d*\.xml$/.test(name)).length,
  }
}

type Relationship = { readonly id: string; readonly kind: string; readonly target: string; readonly external: boolean }

function relationships(rels: XmlElement | undefined): readonly Relationship[] {
  return elementsOf(rels, 'Relationship').map(({ attributes }) => ({
    id: attributes.get('Id') ?? '',
    kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
    target: attributes.get('Target') ?? '',
    external: attributes.get('TargetMode')?.toLowerCase() === 'external',
  }))
}

function mainPart(rels: XmlElement | undefined): string {
  const target = relationships(rels).find(({ kind }) => kind === 'officeDocument')?.target
  if (target === undefined) throw new NotImported('unreadable', 'no main document')
  return target.replace(/^\//, '')
}

/** A hyperlink is only an address until somebody follows it. Everything else outside would be loaded: pictures, templates, other files. */
function refuseExternal(all: readonly (XmlElement | undefined)[]): void {
  for (const { kind, external } of all.flatMap(relationships)) if (external && kind !== 'hyperlink') throw new NotImported('external', kind)
}

/** Instructions of fields may be cut into several runs, so those of a paragraph are read together. */
function refuseCommands(part: XmlElement | undefined): void {
  if (part === undefined) return
  let instruction = ''
  for (const element of descendants(part)) {
    if (element.name === 'p') instruction = ''
    if (element.name === 'instrText') instruction += element.children.filter((one) => typeof one === 'string').join('')
    if (element.name === 'fldSimple') instruction += ` ${element.attributes.get(`{${element.space}}instr`) ?? ''}`
    if (DDE.test(instruction)) throw new NotImported('command-field')
  }
}
