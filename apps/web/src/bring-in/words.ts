/** The sentences of bringing in: what happened to a file, and what of it is not in the text. */
import { importLimits, type ImportRefusal, type ReportLine } from '@entente/import'

/** Why a file is not taken, and what to do. */
export function refusalWords({ code, detail }: ImportRefusal): string {
  switch (code) {
    case 'too-large':
      return `The file is larger than can be read here (${importLimits.fileBytes / (1 << 20)} MB, ${importLimits.clauses} clauses). Divide it and bring in the parts one after the other.`
    case 'bomb':
      return 'The file unpacks to far more than a text needs. It was not opened. Ask whoever sent it for another copy.'
    case 'unsafe-part':
      return 'The file holds something that reaches outside of it. It was not opened. Ask whoever sent it for another copy.'
    case 'document-type':
      return 'The file declares entities, which can fetch other files. It was not opened. Save it again as .docx.'
    case 'macros':
      return 'The file carries macros. Save it as a document without macros (.docx) and choose it again.'
    case 'external':
      return `The file loads something from elsewhere (${externalWords(detail)}). Embed or remove it in your word processor, save, and choose it again.`
    case 'command-field':
      return 'The file carries a field that runs a command (DDE). Remove the field in your word processor, save, and choose it again.'
    case 'encrypted':
      return 'The file has a password, or is of an old kind (.doc). Save it as .docx without a password and choose it again.'
    case 'unreadable':
      return 'The file is damaged, or is not what its name says. Save it again in your word processor and choose it again.'
    case 'empty':
      return 'There are no paragraphs in this file that could become clauses.'
    case 'unknown-kind':
      return 'This kind of file is not read here. Choose a .docx, .md, .html or Akoma Ntoso (.xml) file.'
    default:
      return code satisfies never
  }
}

function externalWords(kind: string | undefined): string {
  if (kind === 'attachedTemplate') return 'a linked template'
  if (kind === 'image') return 'a linked picture'
  return 'a linked file'
}

/** One line of the fidelity report: what it is, and what became of it. */
export function lineWords({ what, count }: ReportLine): { readonly name: string; readonly became: string } {
  const one = count === 1
  switch (what) {
    case 'tracked-changes':
      return { name: one ? 'tracked change' : 'tracked changes', became: 'Kept apart by author; you choose below.' }
    case 'comments':
      return { name: one ? 'comment' : 'comments', became: 'Become discussions beside the clause, if you choose so below.' }
    case 'footnotes':
      return { name: one ? 'footnote or endnote' : 'footnotes and endnotes', became: 'Are footnotes of the text, numbered by their place.' }
    case 'notes':
      return { name: one ? 'long note' : 'long notes', became: 'Too long for a footnote. They can become discussions.' }
    case 'changes-without-place':
      return { name: one ? 'tracked change' : 'tracked changes', became: 'Left out: they stand before the first clause.' }
    case 'remarks-without-place':
      return { name: one ? 'comment or note' : 'comments and notes', became: 'Left out: they are not about the words of a clause.' }
    case 'tables':
      return { name: one ? 'table' : 'tables', became: 'Each row became a line.' }
    case 'pictures':
      return { name: one ? 'picture' : 'pictures', became: 'Left out.' }
    case 'fields':
      return { name: one ? 'field' : 'fields', became: 'Taken as the words they showed.' }
    case 'text-boxes':
      return { name: one ? 'text box' : 'text boxes', became: 'Left out with their words.' }
    case 'equations':
      return { name: one ? 'equation' : 'equations', became: 'Left out.' }
    case 'headers-and-footers':
      return { name: one ? 'header or footer' : 'headers and footers', became: 'Left out: they are not part of the text.' }
    case 'hidden-text':
      return { name: one ? 'passage of hidden text' : 'passages of hidden text', became: 'Left out. Look at it in your word processor.' }
    case 'formatting-changes':
      return { name: one ? 'tracked change of formatting' : 'tracked changes of formatting', became: 'Left out: no words changed.' }
    case 'moves':
      return { name: one ? 'tracked move' : 'tracked moves', became: 'Taken as a deletion and an insertion.' }
    case 'symbols':
      return { name: one ? 'sign of a symbol font' : 'signs of symbol fonts', became: 'Shown as □ where no letter stands for them.' }
    case 'cross-references':
      return { name: one ? 'cross-reference' : 'cross-references', became: 'Taken as words; they do not follow the numbers.' }
    case 'strikethrough':
      return { name: one ? 'struck-through passage' : 'struck-through passages', became: 'The words are in the text, not struck through.' }
    case 'scripts':
      return { name: one ? 'raised or lowered passage' : 'raised or lowered passages', became: 'Taken at normal height.' }
    case 'links':
      return { name: one ? 'link' : 'links', became: 'The words are in the text; the address is not one that may be linked.' }
    case 'unknown-elements':
      return { name: one ? 'thing of an unknown kind' : 'things of an unknown kind', became: 'Left out.' }
    default:
      return what satisfies never
  }
}
