import { formatHundredths } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { criteriaSet } from '../../law/index.ts'
import { sealPackage } from './package-seal.ts'
import type { SealedPackage } from './package-seal.ts'
import { attendance, packageFormat, quorumFor } from '../rules.ts'
import type { CountedSheet, PackedDossier, PackedResult, PackedSet, PackedSheet, ScoringPackage } from '../rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { selectRepeatSheets, selectSamples } from '../repeats/repeat.store.ts'
import { bandsFor } from './bands.ts'
import { closedTable } from './closed-table.ts'
import { councilRules } from './open-session-as.ts'
import { selectResults } from './result.store.ts'
import type { StoredResult } from './result.store.ts'

/** The scoring of a closed session in one file, which replays to the same stars without this platform (`docs/replay-scoring-package.mjs`). */
export async function sessionPackage(ctx: Ctx, sessionId: SessionId): Promise<SealedPackage> {
  const { session, seats, letters, rows, sheets } = await closedTable(ctx, sessionId)
  const rules = councilRules(session.rules)
  const results = new Map((await selectResults(ctx.db, { sessionId })).map((result) => [result.dossierId, result]))
  const { seats: all, present, chairPresent } = attendance(seats, rules)
  const dossiers: PackedDossier[] = []
  for (const { dossier, scoring } of rows) {
    const result = results.get(dossier.dossierId)
    dossiers.push({
      dossier: dossier.code,
      product: dossier.productName,
      kind: dossier.kind,
      filedOn: dateInVietnam(dossier.submittedAt!),
      decision: dossier.criteriaDecision,
      set: dossier.setCode,
      starBands: (await bandsFor(ctx.db, dossier)).map(({ level, min }) => ({ star: level, min })),
      finding: dossier.finding,
      findingReason: dossier.findingReason,
      discussed: dossier.discussion.trim() !== '',
      deciding: quorumFor(scoring, seats, rules).present,
      sheets: (sheets.get(dossier.dossierId) ?? [])
        .map((sheet) => packSheet(sheet, letters))
        .toSorted((a, b) => (a.member < b.member ? -1 : 1)),
      result: result ? packResult(result) : null,
    })
  }
  return sealPackage({
    format: packageFormat,
    session: {
      id: session.id,
      heldOn: session.heldOn,
      closedAt: session.closedAt!.toISOString(),
      round: session.roundName,
      council: session.councilName,
    },
    rules: { ...session.rules, elimination: 'every-sheet-blank' },
    attendance: { seats: all, present, chairPresent },
    criteria: setsOf(dossiers),
    dossiers,
    ...(await packRepeats(ctx, sessionId, letters)),
  })
}

/** What was slipped in stands named as what it is; a session without it gives the file that it always gave. */
async function packRepeats(
  { db }: Pick<Ctx, 'db'>,
  sessionId: SessionId,
  letters: ReadonlyMap<CouncilMemberId, string>,
): Promise<Pick<ScoringPackage, 'repeats'>> {
  const sheets = await selectRepeatSheets(db, sessionId)
  const repeats = (await selectSamples(db, sessionId)).map(({ id, code, dossierCode }) => ({
    code,
    of: dossierCode,
    sheets: sheets
      .filter(({ sampleId }) => sampleId === id)
      .map((sheet) => packSheet(sheet, letters))
      .toSorted((a, b) => (a.member < b.member ? -1 : 1)),
  }))
  return repeats.length === 0 ? {} : { repeats }
}

const packSheet = (
  { memberId, lines }: Pick<CountedSheet, 'memberId' | 'lines'>,
  letters: ReadonlyMap<CouncilMemberId, string>,
): PackedSheet => ({
  member: letters.get(memberId)!,
  choices: Object.fromEntries(lines.map(({ criterion, optionIndex, points }) => [criterion, optionIndex === null ? null : points])),
})

/** What was stored at the close, never counted anew: the replay is what counts. */
const packResult = ({ totalPoints, sheetCount, stars, reachedByPoints, outcome }: StoredResult): PackedResult => ({
  points: totalPoints,
  sheets: sheetCount,
  total: formatHundredths({ numerator: totalPoints, denominator: sheetCount }),
  parts: Object.fromEntries(outcome.parts.map(({ code, average }) => [code, average.text])),
  stars,
  reachedByPoints,
  unmet: outcome.unmet.map(({ star, criterion, required, got }) => ({ star, criterion, required, got: got.text })),
})

/** Each set that a dossier was scored by, once and whole. */
function setsOf(dossiers: readonly PackedDossier[]): PackedSet[] {
  const keys = new Map(dossiers.map(({ decision, set }) => [`${decision} ${set}`, { decision, set }]))
  return [...keys.values()].map(({ decision, set }) => {
    const { code, name, eliminateDossierWhen, parts } = criteriaSet(decision, set)
    return { decision, code, name, eliminateDossierWhen, parts }
  })
}
