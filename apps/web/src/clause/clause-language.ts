/**
 * In which language the words of a clause are, for spell-checking, hyphenation and screen readers. It is that of the text unless whoever reads
 * on this device says otherwise: a language does not change what the words are, so nobody else is told.
 */
import { Language, type AmendmentId, type ClauseId, type Negotiation } from '@entente/agreement'
import { useCallback, useSyncExternalStore } from 'react'

/** Whose words: a clause's, or those of a new one that is proposed. */
type Worded = ClauseId | AmendmentId

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type ClauseLanguages = {
  /** What was said about a clause, if anything was. */
  readonly of: (negotiation: string, clause: Worded) => Language | undefined
  /** `undefined` takes back what was said. */
  readonly say: (negotiation: string, clause: Worded, language: Language | undefined) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function clauseLanguages(storage: Kept): ClauseLanguages {
  const listeners = new Set<() => void>()
  const key = (negotiation: string, clause: Worded) => `entente-language:${negotiation}:${clause}`
  return {
    of: (negotiation, clause) => Language.safeParse(storage.getItem(key(negotiation, clause))).data,
    say(negotiation, clause, language) {
      if (language === undefined) storage.removeItem(key(negotiation, clause))
      else storage.setItem(key(negotiation, clause), language)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

let onDevice: ClauseLanguages | undefined
const own = () => (onDevice ??= clauseLanguages(localStorage))
const subscribe = (listener: () => void) => own().subscribe(listener)

export type ClauseLanguage = {
  /** Undefined until the negotiation is opened. */
  readonly language: Language | undefined
  /** Those it can be: that of the text first. */
  readonly languages: readonly Language[]
  readonly choose: (language: Language) => void
}

export function useClauseLanguage({ opened }: Pick<Negotiation, 'opened'>, clause: Worded): ClauseLanguage {
  const negotiation = opened?.negotiation ?? ''
  const said = useSyncExternalStore(subscribe, () => own().of(negotiation, clause))
  const ofText = opened?.cover.referenceLanguage
  const choose = useCallback(
    (language: Language) => own().say(negotiation, clause, language === ofText ? undefined : language),
    [negotiation, clause, ofText],
  )
  const languages = opened === undefined ? [] : [...new Set([opened.cover.referenceLanguage, ...opened.cover.authenticLanguages])]
  return { language: said ?? ofText, languages, choose }
}
