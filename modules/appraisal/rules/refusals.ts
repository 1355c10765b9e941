import type { ClosingRefusal, DiscussionRefusal } from './closing.ts'
import type { CouncilRefusal, OpeningRefusal } from './council.ts'
import type { AdvisoryRefusal, IntakeRefusal } from './intake.ts'
import type { RoundClosingRefusal, RoundRefusal } from './round.ts'
import type { ReopenRefusal, SaveRefusal, SubmitRefusal } from './sheet.ts'

/** Every "no" of the module: `words.ts` has a sentence for each. */
export type AppraisalRefusal =
  | RoundRefusal
  | RoundClosingRefusal
  | IntakeRefusal
  | AdvisoryRefusal
  | CouncilRefusal
  | OpeningRefusal
  | SaveRefusal
  | SubmitRefusal
  | ReopenRefusal
  | ClosingRefusal
  | DiscussionRefusal
