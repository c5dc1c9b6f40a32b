/** The text under negotiation on one sheet: its title, its sections and clauses in order, its end. */
import { may, type Cover, type Negotiation, type Section, type Speaker } from '@entente/agreement'
import { memo } from 'react'
import { ProposedFirst } from '../amendment/ProposedClauses.tsx'
import { Button } from '../design/Button.tsx'
import { Empty } from '../design/Empty.tsx'
import { list } from '../design/status-words.ts'
import { ClauseCard } from '../clause/ClauseCard.tsx'
import { EmptySection } from '../structure/EmptySection.tsx'
import { SectionForm } from '../structure/SectionForm.tsx'
import { SectionMenu } from '../structure/SectionMenu.tsx'
import { WithdrawnClause } from '../structure/WithdrawnClause.tsx'
import type { SectionPanel } from './attention.ts'
import { partyName, sectionTitle } from './naming.ts'
import styles from './Sheet.module.css'
import { useAttention, useAttentionStore } from './useAttention.ts'
import { useView } from './useView.ts'

/** Draws again when the text gets another shape; its clauses listen for themselves. */
export const Sheet = memo(function Sheet() {
  const negotiation = useView((view) => view.negotiation)
  const speaker = useView((view) => view.speaker, sameSeat)
  const panel = useAttention((attention) => attention.section)
  const attention = useAttentionStore()
  const cover = negotiation.opened?.cover
  const sectionOfText = (section: Section) => (
    <SectionOfText
      key={section.section}
      {...{ section, negotiation, speaker, panel }}
      onOpen={attention.openSection}
      onClose={attention.close}
    />
  )
  return (
    <article className={styles.sheet} aria-label="Negotiating text">
      {cover === undefined ? null : <Title cover={cover} negotiation={negotiation} />}
      {negotiation.sections.filter(({ annex }) => !annex).map(sectionOfText)}
      {negotiation.sections.length === 0 ? <NoText speaker={speaker} onOpen={attention.openSection} /> : null}
      {panel !== undefined && panel.section === undefined ? (
        <div className={styles.form}>
          <SectionForm panel={panel} negotiation={negotiation} onClose={attention.close} />
        </div>
      ) : null}
      {cover === undefined ? null : <Signatures cover={cover} negotiation={negotiation} />}
      {negotiation.sections.filter(({ annex }) => annex).map(sectionOfText)}
      {cover === undefined ? null : <ListedAnnexes cover={cover} />}
    </article>
  )
})

function Title({ cover, negotiation }: { readonly cover: Cover; readonly negotiation: Negotiation }) {
  const round = negotiation.rounds.at(-1)
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(cover.referenceLanguage)
  const facts = [
    cover.place,
    round?.symbol ?? cover.symbol,
    `${language} is the working text`,
    cover.notice ?? (cover.fictional ? 'Demonstration text, fictional' : undefined),
  ]
  return (
    <header className={styles.head}>
      <h1 lang={cover.referenceLanguage}>{cover.title}</h1>
      <p>{facts.filter((fact) => fact !== undefined && fact !== '').join(' · ')}</p>
    </header>
  )
}

type SectionOfTextProps = {
  readonly section: Negotiation['sections'][number]
  readonly negotiation: Negotiation
  readonly speaker: Speaker | undefined
  readonly panel: SectionPanel | undefined
  readonly onOpen: (panel: SectionPanel) => void
  readonly onClose: () => void
}

function SectionOfText({ section, negotiation, speaker, panel, onOpen, onClose }: SectionOfTextProps) {
  const clauses = negotiation.clauses.filter((clause) => clause.section === section.section)
  const empty = clauses.every(({ standing }) => standing.is === 'withdrawn')
  return (
    <>
      <div className={styles.section} data-section={section.section}>
        <h2 lang={negotiation.opened?.cover.referenceLanguage}>{sectionTitle(section)}</h2>
        <SectionMenu {...{ section, negotiation, speaker, onOpen }} />
      </div>
      {panel?.section === section.section ? (
        <div className={styles.form}>
          <SectionForm key={panel.is} panel={panel} negotiation={negotiation} onClose={onClose} />
        </div>
      ) : null}
      {empty ? (
        <div className={styles.withdrawn}>
          <EmptySection {...{ clauses, speaker }} onOpen={(is) => onOpen({ section: section.section, is })} />
        </div>
      ) : null}
      <ProposedFirst section={section.section} {...{ negotiation, speaker }} />
      {clauses.map((clause) =>
        clause.standing.is === 'standing' ? (
          <ClauseCard key={clause.clause} id={clause.clause} />
        ) : (
          <div key={clause.clause} className={styles.withdrawn}>
            <WithdrawnClause {...{ clause, negotiation, speaker }} />
          </div>
        ),
      )}
    </>
  )
}

function NoText({ speaker, onOpen }: { readonly speaker: Speaker | undefined; readonly onOpen: (panel: SectionPanel) => void }) {
  const mayAdd = speaker !== undefined && may(speaker, 'structure')
  return (
    <div className={styles.form}>
      <Empty
        icon="document"
        title="No text yet"
        actions={
          mayAdd ? (
            <>
              <Button look="primary" icon="plus" onClick={() => onOpen({ section: undefined, is: 'add-section' })}>
                Add the first section
              </Button>
              <Button icon="document" onClick={() => onOpen({ section: undefined, is: 'bring-in' })}>
                Bring in a text
              </Button>
            </>
          ) : undefined
        }
      >
        {mayAdd
          ? 'A text is made of sections, and sections of clauses. Parties take positions clause by clause.'
          : 'The chair or a delegation adds the first section.'}
      </Empty>
    </div>
  )
}

/** What stands under the last clause, and on paper above the annexes: the formula and who signs. */
function Signatures({ cover, negotiation }: { readonly cover: Cover; readonly negotiation: Negotiation }) {
  const { testimonium, signatories = [] } = cover
  if (testimonium === undefined && signatories.length === 0) return null
  return (
    <footer className={styles.end}>
      {testimonium === undefined ? null : <p>{testimonium}</p>}
      {signatories.length === 0 ? null : (
        <p>For {list(signatories.map((party) => negotiation.parties.get(party)?.name ?? partyName(negotiation, party)))}</p>
      )}
    </footer>
  )
}

/** Annexes that are papers of their own. */
function ListedAnnexes({ cover: { annexes } }: { readonly cover: Cover }) {
  if (annexes.length === 0) return null
  return (
    <footer className={styles.end}>
      <ul>
        {annexes.map(({ annex, title }) => (
          <li key={annex}>
            Annex {annex}. {title}
          </li>
        ))}
      </ul>
    </footer>
  )
}

function sameSeat(a: Speaker | undefined, b: Speaker | undefined): boolean {
  return a?.seat === b?.seat && a?.party === b?.party
}
