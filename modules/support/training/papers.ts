import { NotFound, done, mayOf } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { filesArchive } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import { qrSvg } from '@dacsan/gs1/qr'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/rules.ts'
import { drawPaper, listPapers, producePaper } from '../../papers/index.ts'
import type { PaperFile, PaperLink } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { acceptanceOf } from './accept-class.ts'
import type { Acceptance } from './accept-class.ts'
import { classActs } from './acts.ts'
import { selectSessions } from './class.store.ts'
import { acceptancePaper } from './papers/acceptance-paper.ts'
import { absentPaper, attendanceSheet, listPaper } from './papers/attendance-papers.ts'
import { certificateDecision, costPaper, resultPaper } from './papers/result-papers.ts'
import { knownClass, requireOffice } from './policy.ts'
import type { ClassId } from './rules/ids.ts'
import { codeOfSession } from './secret.ts'
import { certificateSlip, fileWords } from './words/papers.ts'

const trainingPapers = {
  list: listPaper,
  sheet: attendanceSheet,
  absent: absentPaper,
  results: resultPaper,
  decision: certificateDecision,
  costs: costPaper,
  acceptance: acceptancePaper,
} as const

type Drawn<T> = Promise<Outcome<T, DrawingRefusal>>

/** What the papers of a class are drawn of, for the office. */
export async function findAcceptance(ctx: Pick<Ctx, 'db' | 'actor'>, id: ClassId): Promise<Acceptance & { mayMark: boolean }> {
  requireOffice(ctx.actor)
  const held = await knownClass(ctx.db, id)
  const mayMark = mayOf(classActs, held.status, grantsOf(ctx.actor, {}))['mark-attendance'] === true
  return { ...(await acceptanceOf(ctx.db, held)), mayMark }
}

export const trainingPaper = async (ctx: Ctx, { classId, file }: { classId: ClassId; file: string }): Drawn<PaperFile> =>
  producePaper(ctx, trainingPapers, { file }, await findAcceptance(ctx, classId), {})

export const papersOfClass = ({ actor }: Pick<Ctx, 'actor'>, view: Acceptance): PaperLink[] => listPapers(actor, trainingPapers, view, {})

/** The certificates of a class, three to a sheet, each with the code by which anybody reads what it says. */
export async function certificateSheet(ctx: Ctx, { classId, origin }: { classId: ClassId; origin: string }): Drawn<Uint8Array> {
  const { certificates, held } = await findAcceptance(ctx, classId)
  if (certificates.length === 0) throw new NotFound('No certificates yet')
  const slips = certificates.map((one) => certificateSlip(one, origin))
  return drawPaper(ctx, { kind: 'slips-pdf', sheet: { slips, createdAt: held.heldAt ?? held.createdAt } })
}

/** Everything that the payer asks for, in one file: the papers of the class as they are now, and the sheets as they were signed. */
export async function acceptanceFile(ctx: Ctx, { classId, origin }: { classId: ClassId; origin: string }): Drawn<Uint8Array> {
  const view = await findAcceptance(ctx, classId)
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const link of papersOfClass(ctx, view))
    for (const { format, file } of link.files) {
      // What does not exist yet is named among what is missing.
      if (format !== 'pdf' || link.absent !== null) continue
      const drawn = await trainingPaper(ctx, { classId, file })
      if (!drawn.ok) return drawn
      files.push({ name: file, bytes: drawn.value.bytes })
    }
  if (view.certificates.length > 0) {
    const drawn = await certificateSheet(ctx, { classId, origin })
    if (!drawn.ok) return drawn
    files.push({ name: 'giay-chung-nhan.pdf', bytes: drawn.value })
  }
  for (const [at, { number, hash }] of view.sheets.entries()) {
    const opened = await ctx.files.open(hash)
    if (opened) files.push({ name: `bang-ky/buoi-${number}-${at + 1}.jpg`, bytes: Buffer.concat(await opened.stream.toArray()) })
  }
  const { held } = view
  const contents = fileWords.contents({ name: held.name, plan: held.planNumber, day: formatDate(held.planOn), files: files.map(({ name }) => name), lacks: view.lacks }) // prettier-ignore
  return done(await filesArchive([{ name: 'MUC-LUC.txt', bytes: new TextEncoder().encode(contents) }, ...files], { at: held.heldAt ?? held.createdAt })) // prettier-ignore
}

/** The code that hangs in the room while a session is on. */
export async function sessionCode(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  { classId, number, origin }: { classId: ClassId; number: number; origin: string },
) {
  requireOffice(ctx.actor)
  const session = (await selectSessions(ctx.db, classId)).find((one) => one.number === number)
  if (!session) throw new NotFound('No such training-session')
  const code = codeOfSession(session)
  return { sessionId: session.id, code, svg: qrSvg(`${origin}/tap-huan/diem-danh/${session.id}?k=${code}`) }
}
