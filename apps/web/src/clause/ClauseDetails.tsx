/**
 * What else is on record about a clause: amendments tabled, packages it is in, declarations, translations. Shown plainly; a clause that
 * is not in hand shows only that amendments are tabled.
 */
import type { Language, Translation } from '@entente/agreement'
import { rootName, type Text } from '@entente/draft'
import type * as Y from 'yjs'
import { Amendments } from '../amendment/Amendments.tsx'
import type { TabledReading } from '../amendment/useAmendments.ts'
import { BracketList } from '../bracket/BracketList.tsx'
import { Declarations } from '../declaration/Declarations.tsx'
import { list } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { PackageLine } from '../package/PackageLine.tsx'
import { partyName } from '../table/naming.ts'
import styles from './ClauseDetails.module.css'
import { ClauseText } from './ClauseText.tsx'
import type { ClauseView } from './useClause.ts'
import { useText } from './useText.ts'

type ClauseDetailsProps = {
  readonly view: ClauseView
  readonly doc: Y.Doc
  readonly text: Text
  readonly readings: readonly TabledReading[]
  readonly selected: boolean
}

export function ClauseDetails({ view, doc, text, readings, selected }: ClauseDetailsProps) {
  const { clause, negotiation, reading, speaker } = view
  const on = (one: { readonly clause: string }) => one.clause === clause.clause
  const tags = readings.map(({ amendment, name }) => (
    <Tag key={amendment.amendment} icon="pen">
      {name}, tabled by {partyName(negotiation, amendment.party)}
    </Tag>
  ))
  if (!selected) return tags.length === 0 ? null : <div className={styles.tags}>{tags}</div>

  const translations = latest(negotiation.translations.filter(on))
  return (
    <>
      {clause.kind === 'preambular' && clause.heading !== '' ? <p className={styles.line}>Working heading: {clause.heading}</p> : null}
      <BracketList view={view} />
      <Amendments {...{ view, text, readings }} />
      <PackageLine {...{ negotiation, speaker }} clause={clause.clause} />
      <Declarations {...{ negotiation }} clause={clause.clause} />
      {translations.length === 0 ? null : (
        <details className={styles.translations}>
          <summary>
            {translations.length === 1 ? 'Translation' : 'Translations'}: {list(translations.map(({ language }) => nameOf(language)))}
          </summary>
          {translations.map((translation) => (
            <TranslationView
              key={translation.language}
              translation={translation}
              doc={doc}
              stale={translation.of !== reading.fingerprint}
            />
          ))}
        </details>
      )}
    </>
  )
}

function TranslationView({
  translation: { language, clause },
  doc,
  stale,
}: {
  readonly translation: Translation
  readonly doc: Y.Doc
  readonly stale: boolean
}) {
  const text = useText(doc, rootName({ kind: 'translation', language, clause }))
  return (
    <div className={styles.translation} data-language={language} data-stale={stale || undefined}>
      <h4 className={styles.head}>
        {nameOf(language)} {stale ? <small>of an earlier wording</small> : <small>current</small>}
      </h4>
      <ClauseText text={text} negotiation={noBrackets} lang={language} />
    </div>
  )
}

const noBrackets = { brackets: new Map() }

/** The last deposit in each language. */
function latest(translations: readonly Translation[]): readonly Translation[] {
  return [...new Map(translations.map((translation) => [translation.language, translation])).values()]
}

const languages = new Intl.DisplayNames('en', { type: 'language' })

function nameOf(language: Language): string {
  return languages.of(language) ?? language
}
