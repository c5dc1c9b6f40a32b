/** Anchor days: named in advance, set by statement when they are known. Setting one moves everything that hangs on it. */
import { z } from 'zod'
import { command, record, refuse } from '../command.ts'
import { AnchorId, Day, PartyId } from '../ids.ts'
import { MAX_LIST, MAX_NAME, MAX_PARTIES, MAX_YEAR } from '../limits.ts'
import { may } from '../powers.ts'

export const nameAnchor = command({
  name: 'anchor.name',
  says: 'Name a day that deadlines count from, such as Implementation Day, and who says when it is besides the chair.',
  input: z.strictObject({
    label: z.string().trim().min(1).max(MAX_NAME),
    presumed: Day.optional(),
    setBy: z.array(PartyId).min(1).max(MAX_PARTIES).optional(),
  }),
  rule({ negotiation, fresh }, { label, presumed, setBy }) {
    if (negotiation.anchors.size >= MAX_LIST) return refuse({ code: 'too-many', what: 'anchor', limit: MAX_LIST })
    const stranger = setBy?.find((party) => !negotiation.parties.has(party))
    if (stranger !== undefined) return refuse({ code: 'unknown', what: 'party', id: stranger })
    if (presumed !== undefined && tooFar(presumed))
      return refuse({ code: 'malformed', detail: `presumed: no later than the year ${MAX_YEAR}` })
    const same = [...negotiation.anchors.values()].find((anchor) => anchor.label === label)
    if (same !== undefined) return refuse({ code: 'taken', what: 'anchor', id: same.label })
    return record({
      kind: 'anchor-set',
      anchor: AnchorId.parse(`d-${fresh}`),
      label,
      ...(presumed && { presumed }),
      ...(setBy && { setBy }),
    })
  },
})

export const setAnchor = command({
  name: 'anchor.set',
  says: 'State on which day an anchor day is. Every deadline that counts from it follows.',
  input: z.strictObject({ anchor: AnchorId, day: Day }),
  rule({ negotiation, speaker }, { anchor, day }) {
    const found = negotiation.anchors.get(anchor)
    if (found === undefined) return refuse({ code: 'unknown', what: 'anchor', id: anchor })
    if (!may(speaker, 'preside') && !found.setBy.includes(speaker.party.party)) return refuse({ code: 'not-named' })
    if (found.day === day) return refuse({ code: 'nothing-new' })
    if (tooFar(day)) return refuse({ code: 'malformed', detail: `day: no later than the year ${MAX_YEAR}` })
    const { label, presumed, setBy } = found
    return record({ kind: 'anchor-set', anchor, label, day, ...(presumed && { presumed }), ...(setBy.length > 0 && { setBy: [...setBy] }) })
  },
})

const tooFar = (day: Day) => Number(day.slice(0, 4)) > MAX_YEAR
