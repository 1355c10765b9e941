import type { NamedAct } from '@dacsan/decisions'
import type { Certificate, OfficialDocument } from '@dacsan/papers'
import type { Ctx } from '../context.ts'
import type { Party, Tie } from '../identity/rules.ts'
import { paperActs } from './acts.ts'
import type { PaperFormat } from './rules.ts'

/** What a paper is drawn as: a document of Nghị định 30/2020/NĐ-CP, or star certificates, a page each. */
export type PaperModel = OfficialDocument | readonly Certificate[]

/** A paper as a page hands it out. */
export type PaperFile = { bytes: Uint8Array; format: PaperFormat; mediaType: string; name: string }

/** What a paper is kept about; the same words stand in the audit trail. */
export type PaperSubject = { type: string; id: string }

export type Who = Readonly<Partial<Record<Party, Tie | readonly Tie[]>>>

/** Drawing may need which one of several it is, and the public address that symbols on paper lead to. */
export type DrawingAids = { item: string; origin: string }

/**
 * One official paper of a room. A room has a table of them by kind (`papers.ts`), and each has a file in the folder `papers/`.
 * `Subject` is all that is known of the thing that the paper is about.
 */
export type Paper<Subject> = {
  /** How its file begins in an address: `to-trinh` in `…/giay/to-trinh.pdf`. An address stays as it is once it was given out. */
  address: string
  formats: readonly PaperFormat[]
  /** Who may fetch it, where that is fewer than those who may read what it is about; the command that finds the subject looks at these. */
  by?: Who | ((subject: Subject) => Who)
  /** Whether there can be such a paper about this subject at all; always, if absent. */
  applies?: (subject: Subject) => boolean
  /** Why the paper does not exist (yet): the sentence that a page shows in its place; absent or null where it exists. */
  absent?: (subject: Subject) => string | null
  /** For a paper of which there is one for each part of the subject: their ids, which end the address. */
  items?: (subject: Subject) => readonly string[]
  about: (subject: Subject, item: string) => PaperSubject
  title: (subject: Subject) => string
  says: (subject: Subject) => string
  /** The name of the downloaded file, without its ending. */
  fileName: (subject: Subject, item: string) => string
  draw: (ctx: Ctx, subject: Subject, aids: DrawingAids) => Promise<PaperModel> | PaperModel
  /** Whether what was drawn is kept; always, if absent. */
  kept?: (subject: Subject) => boolean
}

export type Papers<Subject> = Readonly<Record<string, Paper<Subject>>>

/** Producing this paper, as an act of this table: `by` is the paper's own. */
export function actOf<Subject>({ by, about }: Paper<Subject>, subject: Subject, item = ''): NamedAct {
  return {
    ...paperActs.produce,
    subject: about(subject, item).type,
    by: (typeof by === 'function' ? by(subject) : by) ?? paperActs.produce.by,
  }
}
