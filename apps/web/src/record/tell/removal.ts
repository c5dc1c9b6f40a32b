import type { FactOf, Negotiation } from '@entente/agreement'
import { languageName } from '../../open/languages.ts'
import { clauseName } from '../../table/naming.ts'

/** "removed 312 of the 400 characters of clause 4, which others had written": the predicate of a sentence. */
export function removalWords(fact: FactOf<'words-removed'>, negotiation: Negotiation): string {
  return `removed ${fact.removed} of the ${fact.of} characters of ${textName(fact, negotiation)}, which others had written`
}

function textName({ clause, amendment, language }: FactOf<'words-removed'>, negotiation: Negotiation): string {
  const about = clause === undefined ? undefined : clauseName(negotiation, clause)
  if (amendment !== undefined) return about === undefined ? 'an amendment' : `an amendment of ${about}`
  if (about === undefined) return 'a text'
  return language === undefined ? about : `the ${languageName(language)} text of ${about}`
}
