/**
 * How paragraphs of a communiqué open: preambular ones with a participle, operative ones with a verb.
 *
 * English, chosen from the formulas in common use in resolutions of the United Nations (General Assembly and Security Council); see the
 * United Nations Editorial Manual, "Resolutions and other formal decisions". A language without a list has no help, which is said.
 */
import type { ClauseKind } from '@entente/agreement'

type Openings = { readonly [kind in ClauseKind]: readonly string[] }

const english: Openings = {
  preambular: [
    'Acknowledging',
    'Affirming',
    'Alarmed by',
    'Aware of',
    'Bearing in mind',
    'Believing',
    'Commending',
    'Concerned by',
    'Condemning',
    'Convinced',
    'Deeply concerned',
    'Deploring',
    'Determined',
    'Emphasizing',
    'Encouraged by',
    'Expressing appreciation',
    'Expressing concern',
    'Expressing regret',
    'Guided by',
    'Having considered',
    'Having examined',
    'Mindful of',
    'Noting',
    'Noting with appreciation',
    'Noting with concern',
    'Noting with satisfaction',
    'Reaffirming',
    'Recalling',
    'Recognizing',
    'Regretting',
    'Reiterating',
    'Stressing',
    'Taking into account',
    'Taking note of',
    'Underlining',
    'Underscoring',
    'Welcoming',
  ],
  operative: [
    'Affirms',
    'Appeals to',
    'Approves',
    'Authorizes',
    'Calls upon',
    'Commends',
    'Condemns',
    'Decides',
    'Decides to remain seized of',
    'Demands',
    'Deplores',
    'Emphasizes',
    'Encourages',
    'Endorses',
    'Expresses its appreciation',
    'Expresses its concern',
    'Expresses its intention',
    'Invites',
    'Notes',
    'Notes with appreciation',
    'Notes with concern',
    'Reaffirms',
    'Recognizes',
    'Recommends',
    'Reiterates',
    'Requests',
    'Stresses',
    'Strongly condemns',
    'Supports',
    'Takes note of',
    'Underlines',
    'Urges',
    'Welcomes',
  ],
}

/** The openings of a kind of clause in a language; none where there is no list. */
export function openingsIn(language: string | undefined, kind: ClauseKind): readonly string[] {
  return language === undefined || /^en\b/i.test(language) ? english[kind] : []
}
