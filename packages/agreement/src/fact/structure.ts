/** Sections and clauses: which there are, in what order, under what heading. Their words are not here. */
import { z } from 'zod'
import { Belongings } from '../belongings.ts'
import { BracketNames } from '../bracket-names.ts'
import { ClauseId, Fingerprint, SectionId } from '../ids.ts'
import { MAX_STATEMENT, MAX_TEXT_DEPTH, MAX_WORDING } from '../limits.ts'
import { Text } from '../text.ts'
import { ClauseKind } from '../wording.ts'
import { Heading, told } from './told.ts'

/** How many blocks, one inside the other, a cut went through. */
const Through = z
  .int()
  .min(0)
  .max(2 * MAX_TEXT_DEPTH + 1)

export const structureFacts = [
  told('section-added', {
    section: SectionId,
    heading: Heading,
    number: z.string().max(16).optional(),
    after: SectionId.optional(),
    /** It is an annex: it stands after everything else, and has a letter and numbers of its own. */
    annex: z.literal(true).optional(),
  }),
  told('section-moved', { section: SectionId, after: SectionId.optional() }),
  /** It had no clauses but withdrawn ones. `into` is the section in which those, and new clauses proposed for this one, have their place now. */
  told('section-removed', { section: SectionId, into: SectionId.optional() }),
  /** The numbers of the clauses and the letters of the annexes are consecutive again. */
  told('text-renumbered', {}),
  told('section-retitled', { section: SectionId, heading: Heading }),
  told('clause-added', { clause: ClauseId, section: SectionId, clauseKind: ClauseKind, heading: Heading, after: ClauseId.optional() }),
  told('clause-retitled', { clause: ClauseId, heading: Heading }),
  told('clause-moved', { clause: ClauseId, section: SectionId, after: ClauseId.optional() }),
  told('clause-withdrawn', { clause: ClauseId, reason: z.string().max(MAX_STATEMENT) }),
  told('clause-restored', { clause: ClauseId }),
  /**
   * The words of a clause from a place of its bare text on, in UTF-16 units, stand in a clause of their own, which was added with this. `of`
   * is how the clause read. `moved` went along.
   */
  told('clause-split', {
    clause: ClauseId,
    into: ClauseId,
    of: Fingerprint,
    at: z.int().min(0).max(MAX_WORDING),
    through: Through,
    renamed: BracketNames,
    moved: Belongings,
  }),
  /**
   * The words of the next clause stand at the end of this one, and that one is out of the text. `words` are what it said, `renamed` brackets
   * that have the name again which they had before a split. `space` was put between.
   */
  told('clause-joined', {
    clause: ClauseId,
    next: ClauseId,
    through: Through,
    space: z.literal(true).optional(),
    words: Text,
    renamed: BracketNames,
    moved: Belongings,
  }),
  /** A clause that had been joined to this one was restored, and its words, from a place of the bare text on, are out of this one again. */
  told('clause-taken-out', { clause: ClauseId, taken: ClauseId, at: z.int().min(0).max(MAX_WORDING), moved: Belongings }),
  /** A clause with the same words as another was added with this. */
  told('clause-duplicated', { clause: ClauseId, copy: ClauseId, of: Fingerprint, renamed: BracketNames }),
] as const
