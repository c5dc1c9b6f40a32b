/** Opening a negotiation: four answers on one page, their consequences in sentences beside them, then the links. */
import { open } from '@entente/agreement'
import { useEffect, useState } from 'react'
import { server } from '../api/server.ts'
import type { Me, Opened } from '../api/shapes.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { PlainPage } from '../app/PlainPage.tsx'
import { Banner } from '../design/Banner.tsx'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { Empty } from '../design/Empty.tsx'
import { Skeleton } from '../design/Skeleton.tsx'
import { explainFault, type FaultSentence } from '../refusal/explain-fault.ts'
import { Consequences } from './Consequences.tsx'
import { emptyForm, missing, toOpening } from './form.ts'
import { LanguagesPart } from './LanguagesPart.tsx'
import { Links } from './Links.tsx'
import styles from './OpenPage.module.css'
import { PartiesPart } from './PartiesPart.tsx'
import { RulePart } from './RulePart.tsx'
import { TextPart } from './TextPart.tsx'

export function OpenPage() {
  const [me] = useAnswer(server.me)
  switch (me.is) {
    case 'waiting':
      return (
        <PlainPage title="New negotiation">
          <Skeleton waitingFor="Opening the form" />
        </PlainPage>
      )
    case 'failed': {
      const { what, next } = explainFault(me.fault)
      return (
        <PlainPage title="New negotiation">
          <h1>New negotiation</h1>
          <Banner role="alert" icon="offline">
            <b>{what}</b> {next}
          </Banner>
        </PlainPage>
      )
    }
    case 'here':
      return me.value.mayOpen ? <OpenForm me={me.value} /> : <MayNot />
    default:
      return me satisfies never
  }
}

function MayNot() {
  return (
    <PlainPage title="New negotiation">
      <Empty icon="lock" title="You cannot open a negotiation here" level={1} actions={<ButtonLink href="/">All negotiations</ButtonLink>}>
        Whoever runs this server gives the first chair a link. If you are to chair talks here, ask for one.
      </Empty>
    </PlainPage>
  )
}

type Sending =
  | { readonly is: 'writing' }
  | { readonly is: 'sending' }
  | { readonly is: 'refused'; readonly why: FaultSentence }
  | { readonly is: 'opened'; readonly opened: Opened }

function OpenForm({ me }: { readonly me: Me }) {
  const [form, setForm] = useState(() => emptyForm(me.person))
  const [tries, setTries] = useState(0)
  const [sending, setSending] = useState<Sending>({ is: 'writing' })

  // After a try, the first answer that is missing gets the focus.
  useEffect(() => {
    if (tries > 0) document.querySelector<HTMLElement>('[aria-invalid=true], [data-fault]')?.focus()
  }, [tries])

  const faults = missing(form)
  if (sending.is === 'opened') return <Links opened={sending.opened} form={form} />

  async function send() {
    setTries(tries + 1)
    if (faults.size > 0) return
    const opening = toOpening(form)
    const decision = open(opening, 'asking')
    if (!decision.ok) {
      const detail = decision.refusal.code === 'malformed' ? decision.refusal.detail : undefined
      setSending({ is: 'refused', why: explainFault({ kind: 'refused', status: 422, code: decision.refusal.code, detail }) })
      return
    }
    setSending({ is: 'sending' })
    const outcome = await server.open(opening)
    setSending(outcome.ok ? { is: 'opened', opened: outcome.value } : { is: 'refused', why: explainFault(outcome.fault) })
  }

  const shown = tries > 0 ? faults : new Map<string, string>()
  const part = { form, faults: shown, onChange: setForm }
  return (
    <PlainPage title="New negotiation">
      <h1>New negotiation</h1>
      <p className={styles.lede}>
        Text, parties and seats can change later. The decision rule cannot: consent would be given under one rule and counted under another.
      </p>
      <form
        className={styles.columns}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <div className={styles.parts}>
          <TextPart {...part} />
          <PartiesPart {...part} />
          <RulePart {...part} />
          <LanguagesPart {...part} />
        </div>
        <Consequences
          form={form}
          busy={sending.is === 'sending'}
          fault={sending.is === 'refused' ? sending.why : undefined}
          incomplete={shown.size}
        />
      </form>
    </PlainPage>
  )
}
