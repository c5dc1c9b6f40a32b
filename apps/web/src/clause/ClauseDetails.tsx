/**
 * What else is on record about a clause: amendments tabled, a silence procedure, packages it is in, declarations, translations. Shown plainly;
 * a clause that is not in hand shows only that amendments are tabled and silence runs.
 */
import type { Amendment, Declaration, Language, Translation } from '@entente/agreement'
import { rootName } from '@entente/draft'
import type { ReactNode } from 'react'
import type * as Y from 'yjs'
import { Moment } from '../design/Moment.tsx'
import { momentInFull } from '../design/moment.ts'
import { PartyCode } from '../design/PartyCode.tsx'
import { list } from '../design/status-words.ts'
import { Tag } from '../design/Tag.tsx'
import { namingOf, partyName } from '../table/naming.ts'
import styles from './ClauseDetails.module.css'
import { ClauseText } from './ClauseText.tsx'
import type { ClauseView } from './useClause.ts'
import { useText } from './useText.ts'

type ClauseDetailsProps = { readonly view: ClauseView; readonly doc: Y.Doc; readonly selected: boolean }

export function ClauseDetails({ view, doc, selected }: ClauseDetailsProps) {
  const { clause, negotiation, reading } = view
  const on = (one: { readonly clause: string }) => one.clause === clause.clause
  const amendments = [...negotiation.amendments.values()].filter(on)
  const silence = [...negotiation.silences.values()].findLast(({ clauses }) => clauses.includes(clause.clause))
  const running = silence !== undefined && silence.ended === undefined
  const tags = (
    <>
      {running ? (
        <Tag shape="silence">
          Silence procedure, closes <time dateTime={silence.closesAt}>{momentInFull(silence.closesAt)}</time>
        </Tag>
      ) : null}
      {selected
        ? null
        : amendments.map(({ amendment, label, party }) => (
            <Tag key={amendment} icon="pen">
              {label}, tabled by {partyName(negotiation, party)}
            </Tag>
          ))}
    </>
  )
  if (!selected) return running || amendments.length > 0 ? <div className={styles.tags}>{tags}</div> : null

  const declarations = negotiation.declarations.filter(on)
  const translations = latest(negotiation.translations.filter(on))
  const packages = [...negotiation.packages.values()].filter(
    ({ clauses, withdrawn }) => withdrawn === undefined && clauses.includes(clause.clause),
  )
  const { numbers } = namingOf(negotiation)
  return (
    <>
      {running ? <div className={styles.tags}>{tags}</div> : null}
      {clause.kind === 'preambular' && clause.heading !== '' ? <p className={styles.line}>Working heading: {clause.heading}</p> : null}
      {amendments.map((amendment) => (
        <AmendmentView key={amendment.amendment} {...{ amendment, view, doc }} />
      ))}
      {silence?.ended === undefined ? null : (
        <p className={styles.line}>
          Silence procedure closed <Moment at={silence.closesAt} />:{' '}
          {silence.ended.outcome === 'not-broken' ? 'not broken' : silence.ended.outcome}
          {silence.ended.effect === undefined || silence.ended.effect === '' ? '.' : `. ${silence.ended.effect}.`}
        </p>
      )}
      {packages.map((offered) => (
        <p key={offered.package} className={styles.line}>
          In package “{offered.title}” with{' '}
          {list(offered.clauses.filter((one) => one !== clause.clause).map((one) => numbers.get(one) ?? 'a withdrawn clause'))}, offered by{' '}
          {partyName(negotiation, offered.by)}. {offered.description}
        </p>
      ))}
      {declarations.map((declaration) => (
        <DeclarationView key={declaration.declaration} declaration={declaration} view={view} />
      ))}
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

function AmendmentView({
  amendment: { amendment, label, party, against, origin },
  view: { negotiation, reading },
  doc,
}: {
  readonly amendment: Amendment
  readonly view: ClauseView
  readonly doc: Y.Doc
}) {
  const text = useText(doc, rootName({ kind: 'amendment', amendment }))
  return (
    <section className={styles.amendment} data-amendment={amendment} aria-label={`Amendment ${label}`}>
      <Head party={party}>
        {label} <small>tabled by {partyName(negotiation, party)}</small>
        {origin === undefined ? null : <small>{origin.replaceAll('-', ' ')}</small>}
        {against === reading.fingerprint ? null : <small>against an earlier wording</small>}
      </Head>
      <ClauseText text={text} negotiation={negotiation} lang={negotiation.opened?.cover.referenceLanguage} />
    </section>
  )
}

function DeclarationView({
  declaration: { party, declarationKind, text },
  view: { negotiation },
}: {
  readonly declaration: Declaration
  readonly view: ClauseView
}) {
  return (
    <div className={styles.declaration}>
      <Head party={party}>
        {partyName(negotiation, party)} <small>{declarationKind.replaceAll('-', ' ')}</small>
      </Head>
      <p dir="auto">{text}</p>
    </div>
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

function Head({ party, children }: { readonly party: string; readonly children: ReactNode }) {
  return (
    <h4 className={styles.head}>
      <PartyCode party={party} />
      {children}
    </h4>
  )
}

/** The last deposit in each language. */
function latest(translations: readonly Translation[]): readonly Translation[] {
  return [...new Map(translations.map((translation) => [translation.language, translation])).values()]
}

const languages = new Intl.DisplayNames('en', { type: 'language' })

function nameOf(language: Language): string {
  return languages.of(language) ?? language
}
