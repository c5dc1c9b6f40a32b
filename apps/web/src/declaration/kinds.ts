/** The kinds of declarations a delegation can make, and what each of them is for. */
export const declarationKinds = {
  'interpretative-declaration': { words: 'Interpretative declaration', meaning: 'How your delegation understands words of the clause.' },
  'explanation-of-position': { words: 'Explanation of position', meaning: 'Why your delegation takes the position it takes.' },
} as const

export type DeclarationKind = keyof typeof declarationKinds

export function isDeclarationKind(kind: string): kind is DeclarationKind {
  return Object.hasOwn(declarationKinds, kind)
}
