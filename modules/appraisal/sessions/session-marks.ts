import { scoredCriteria } from '@dacsan/scorecard'
import type { Workbook } from '@dacsan/papers'
import type { Ctx } from '../../context.ts'
import { criteriaSet } from '../../law/index.ts'
import { selectTwiceScored } from '../repeats/repeat.store.ts'
import { changedCriteria, scoredTwice } from '../rules.ts'
import type { CountedSheet, LineReasons, ScoredTwice, SheetLine } from '../rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { selectRevisions } from '../sheets/sheet.store.ts'
import { marksWords as words } from '../words.ts'
import { closedTable } from './closed-table.ts'
import { selectResults } from './result.store.ts'
import type { Session, SessionDossier } from './session.store.ts'

/** A mark that its member changed when the sheet was scored again. */
export type ChangedMark = { letter: string; criterion: string; before: string; after: string; reason: string }

export type MarkedDossier = Pick<SessionDossier, 'dossierId' | 'position' | 'code' | 'productName' | 'finding'> & {
  setName: string
  letters: string[]
  /** One row a criterion: what each letter gave, null for "không chấm", and the exact average rounded to read. */
  rows: { code: string; name: string; max: number; marks: (number | null)[]; average: string }[]
  totals: number[]
  total: string
  changed: ChangedMark[]
  /** Members who scored again and kept every mark, and why. */
  kept: { letter: string; reason: string }[]
}

/** What each letter gave to a product, by its sensory criteria, and again without knowing it; `first` is null where they have no sheet of it. */
export type RepeatedSample = { code: string; productName: string; rows: ({ letter: string } & ScoredTwice)[] }

export type SessionMarks = { session: Session; dossiers: MarkedDossier[]; repeats: RepeatedSample[] }

/** Every mark of a closed session, by criterion, under letters; for secretary, chair and office. */
export async function sessionMarks(ctx: Ctx, sessionId: SessionId): Promise<SessionMarks> {
  const { session, letters, rows, sheets } = await closedTable(ctx, sessionId)
  const results = await selectResults(ctx.db, { sessionId })
  const revisions = await selectRevisions(ctx.db, sessionId)
  const dossiers = rows.flatMap(({ dossier, sheets: written }): MarkedDossier[] => {
    const result = results.find((candidate) => candidate.dossierId === dossier.dossierId)
    if (!result) return []
    const byLetter = lettered(sheets.get(dossier.dossierId) ?? [], letters)
    const rescored = byLetter.flatMap(({ letter, memberId, lines }) => {
      const sheet = written.find((candidate) => candidate.memberId === memberId)
      const again = revisions.filter(({ sheetId }) => sheetId === sheet?.id)
      return again.map((revision, at) => ({ letter, ...revision, after: again[at + 1]?.lines ?? lines }))
    })
    const { dossierId, position, code, productName, finding } = dossier
    const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
    return [
      {
        dossierId,
        position,
        code,
        productName,
        finding,
        setName: set.name,
        letters: byLetter.map(({ letter }) => letter),
        rows: scoredCriteria(set).map((criterion) => ({
          code: criterion.code,
          name: criterion.name,
          max: criterion.max,
          marks: byLetter.map(({ lines }) => pointsOn(lines, criterion.code)),
          average: result.outcome.criteria.find((verdict) => verdict.code === criterion.code)?.average.text ?? '',
        })),
        totals: byLetter.map(({ total }) => total),
        total: result.outcome.total.text,
        changed: rescored.flatMap(changesOf),
        kept: rescored
          .filter(({ lines, after }) => changedCriteria(lines, after).length === 0)
          .map(({ letter, reason }) => ({ letter, reason })),
      },
    ]
  })
  return { session, dossiers, repeats: await repeatsIn(ctx, sessionId, letters) }
}

async function repeatsIn(
  { db }: Pick<Ctx, 'db'>,
  sessionId: SessionId,
  letters: ReadonlyMap<CouncilMemberId, string>,
): Promise<RepeatedSample[]> {
  const bySample = Map.groupBy(await selectTwiceScored(db, { sessionId }), ({ sampleId }) => sampleId)
  return [...bySample.values()].map((sheets) => ({
    code: sheets[0]!.code,
    productName: sheets[0]!.productName,
    rows: sheets
      .map(({ memberId, first, again }) => ({ letter: letters.get(memberId)!, ...scoredTwice(first, again) }))
      .toSorted((a, b) => a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1)),
  }))
}

const lettered = (sheets: readonly CountedSheet[], letters: ReadonlyMap<CouncilMemberId, string>) =>
  sheets
    .map((sheet) => ({ ...sheet, letter: letters.get(sheet.memberId)! }))
    .toSorted((a, b) => a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1))

function pointsOn(lines: readonly SheetLine[], criterion: string): number | null {
  const line = lines.find((candidate) => candidate.criterion === criterion)
  return line && line.optionIndex !== null ? line.points : null
}

type Rescored = { letter: string; lines: readonly SheetLine[]; after: readonly SheetLine[]; reason: string; reasons: LineReasons }

function changesOf({ letter, lines, after, reason, reasons }: Rescored): ChangedMark[] {
  return changedCriteria(lines, after).map((criterion) => ({
    letter,
    criterion,
    before: words.mark(pointsOn(lines, criterion)),
    after: words.mark(pointsOn(after, criterion)),
    // Before each mark asked for a reason of its own, one stood for all of a sheet.
    reason: reasons[criterion] ?? reason,
  }))
}

/** The same as a workbook: one sheet a dossier. */
export function marksWorkbook({ session, dossiers }: SessionMarks, producedAt: Date): Workbook {
  return {
    sheets: dossiers.map(({ position, code, letters, rows }) => ({
      name: `${position}. ${code}`,
      columns: [
        { key: 'code', header: words.criterion, kind: 'text', total: 'count' },
        { key: 'name', header: words.name, kind: 'text' },
        { key: 'max', header: words.max, kind: 'integer' },
        ...letters.map((letter, at) => ({ key: `mark${at}`, header: words.letter(letter), kind: 'integer', total: 'sum' }) as const),
        { key: 'average', header: words.average, kind: 'decimal' },
      ],
      rows: rows.map(({ marks, ...row }) => ({ ...row, ...Object.fromEntries(marks.map((mark, at) => [`mark${at}`, mark])) })),
    })),
    source: {
      title: words.title(session.heldOn),
      query: 'session-marks',
      version: '1',
      producedAt,
      notes: [words.lettersHint, words.noneHint],
    },
  }
}
