/** Why a file is not read at all. The sentences are the interface's. */
export type ImportRefusalCode =
  /** Larger than `importLimits` allow, packed or unpacked, or in the number of its parts. */
  | 'too-large'
  /** Unpacks to far more than it is packed: the mark of a file made to exhaust memory. */
  | 'bomb'
  /** A part of the package has a name that leads out of it, or is a package itself. */
  | 'unsafe-part'
  /** Declares a document type or entities, which can fetch other files or grow without end. */
  | 'document-type'
  /** Carries macros or other programs. */
  | 'macros'
  /** Loads something from elsewhere: a picture, a template, a linked file. */
  | 'external'
  /** Carries a field that runs a command (DDE). */
  | 'command-field'
  /** Encrypted with a password. */
  | 'encrypted'
  /** Not of the kind its name says, or damaged. */
  | 'unreadable'
  /** Nothing in it could become a clause. */
  | 'empty'
  /** A kind of file that is not read here. */
  | 'unknown-kind'

export type ImportRefusal = { readonly code: ImportRefusalCode; readonly detail?: string }

/** Thrown inside the readers, and turned into a value by `readFile`. */
export class NotImported extends Error {
  readonly refusal: ImportRefusal
  constructor(code: ImportRefusalCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`)
    this.name = 'NotImported'
    this.refusal = detail === undefined ? { code } : { code, detail }
  }
}
