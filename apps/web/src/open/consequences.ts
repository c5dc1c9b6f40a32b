/** What a new negotiation will mean for those at the table, in sentences, from the form as it stands. */
import { inWords } from '../design/number-words.ts'
import { list } from '../design/status-words.ts'
import { capital } from '../table/naming.ts'
import { codesOf, type OpeningForm, type PartyForm } from './form.ts'
import { languageName } from './languages.ts'

export type Consequence = { readonly about: string; readonly sentence: string }

/** Those whose consent the rule asks for. */
export function counted(form: OpeningForm): readonly PartyForm[] {
  const except = form.rule.rule === 'consensus-minus' ? form.rule.except : []
  return form.parties.filter(({ kind, required, key }) => kind === 'delegation' && required && !except.includes(key))
}

export function consequences(form: OpeningForm): readonly Consequence[] {
  const seats = form.parties.reduce((sum, party) => sum + party.seats.length, 0)
  const languages = [...new Set([form.workingLanguage, ...form.languages])]
  return [
    { about: 'A clause is agreed when', sentence: agreedWhen(form) },
    {
      about: 'The text as a whole',
      sentence: form.singleUndertaking
        ? 'Nothing is agreed until everything is agreed: clauses settle one by one, but the text can only be adopted whole.'
        : 'Agreed clauses stand by themselves, whatever becomes of the others.',
    },
    {
      about: 'Who types in the text',
      sentence:
        form.drafting === 'open'
          ? 'Every drafting seat. Lapsing consent is the protection: nobody is bound to words changed after they accepted.'
          : 'Only the chair’s office. The chair can open drafting later, for the whole text or one clause.',
    },
    { about: languages.length === 1 ? 'Language' : 'Authentic languages', sentence: list(languages.map(languageName)) },
    {
      about: 'Invitations',
      sentence: `${seats === 1 ? 'One seat' : `${capital(inWords(seats))} seats`}, one link each. Nothing is sent: you pass the links on.`,
    },
  ]
}

function agreedWhen(form: OpeningForm): string {
  const who = counted(form)
  const lapse = 'Any edit makes earlier consent lapse.'
  if (who.length === 0) return 'never: no delegation’s consent is required yet.'
  if (form.rule.rule === 'qualified-majority') {
    const enough = Math.ceil((who.length * form.rule.of) / form.rule.outOf)
    return `at least ${inWords(enough)} of ${inWords(who.length)} required delegations accept the same wording. ${lapse}`
  }
  const codes = codesOf(form.parties)
  const only = who[0]
  if (who.length === 1 && only !== undefined)
    return `${only.name.trim() || codes[form.parties.indexOf(only)]} accepts its wording. ${lapse}`
  return `${who.length === 2 ? 'both' : `all ${inWords(who.length)}`} accept the same wording. ${lapse}`
}
