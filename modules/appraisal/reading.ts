import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb } from '../context.ts'
import { dossierPaper, dossierSet, evidencePage, readDossier } from '../dossiers/index.ts'
import type { DossierReading, EvidenceFile, EvidencePageKey } from '../dossiers/index.ts'
import type { DossierId } from '../dossiers/rules.ts'
import type { PagePicture, PaperFile } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { admitReader } from './admission.ts'
import { conflictOf } from './councils/conflict.store.ts'
import { intakeChecklist } from './intake/intake-checklist.ts'
import { selectIntakeCheck, selectReport } from './intake/intake.store.ts'
import type { AdvisoryReport, StoredCheck } from './intake/intake.store.ts'
import { mayReadAppraisal } from './policy.ts'
import { preparationFile } from './preparation/find-preparation.ts'
import { preScoreFor, preparedFor } from './preparation/ground-of-report.ts'
import type { Prepared } from './preparation/ground-of-report.ts'
import type { WeakPoint } from './rules.ts'
import type { SessionId } from './rules/ids.ts'
import { openSessionAs, sessionDossier } from './sessions/open-session-as.ts'
import type { SheetDenied } from './sheets/sheet-for.ts'

/** The dossier as it is read, and what the office ticked of it where its reader may see that. */
export type Reading = {
  dossier: DossierReading
  check: StoredCheck | null
  checked: (StoredCheck['checks'][number] & { label: string })[]
  /** What the adviser handed in, for the same readers. */
  report: AdvisoryReport | null
  /** Minimums that the advisory group saw missed, without a mark of it: known with its report. */
  weak: WeakPoint[]
  /** Visits and tests, for the same readers. */
  prepared: Prepared
}

/** What the province wrote about a dossier. */
type Written = { check: StoredCheck | undefined; report: AdvisoryReport | undefined; weak: WeakPoint[]; prepared: Prepared }
const nothing: Written = { check: undefined, report: undefined, weak: [], prepared: { visits: [], tests: [] } }

async function writtenOf(db: ReadDb, dossier: Parameters<typeof preScoreFor>[1]): Promise<Written> {
  return {
    check: await selectIntakeCheck(db, dossier.id),
    report: await selectReport(db, dossier.id),
    weak: (await preScoreFor(db, dossier))?.score.weak ?? [],
    prepared: await preparedFor(db, dossier.id),
  }
}

/** The ticks of the office, each with the part of the dossier that it is about. */
const readingOf = (dossier: DossierReading, { check, report, weak, prepared }: Written): Reading => ({
  dossier,
  check: check ?? null,
  // Until it is handed in it is its writer's own.
  report: report?.submittedAt ? report : null,
  weak: report?.submittedAt ? weak : [],
  prepared,
  checked: (check?.checks ?? []).flatMap((line) => {
    const item = intakeChecklist.items.find(({ key }) => key === line.key)
    return item ? [{ ...line, label: item.label }] : []
  }),
})

/** The whole dossier for its producer, its commune, the office, and those whom the appraisal admits. */
export async function readingFor(ctx: Ctx, idOrCode: string): Promise<Reading> {
  const dossier = await readDossier(await admitReader(ctx), idOrCode)
  const report = await selectReport(ctx.db, dossier.id)
  if (!mayReadAppraisal(ctx.actor, report)) return readingOf(dossier, nothing)
  return readingOf(dossier, await writtenOf(ctx.db, dossier))
}

/** A page of one of its papers, for the same readers. */
export async function evidencePageForReader(ctx: Ctx, key: EvidencePageKey): Promise<Outcome<PagePicture, DrawingRefusal>> {
  return evidencePage(await admitReader(ctx), key)
}

/** The whole dossier as one PDF, for the same readers. */
export async function setForReader(ctx: Ctx, dossierId: DossierId): Promise<Outcome<PaperFile, DrawingRefusal>> {
  return dossierSet(await admitReader(ctx), dossierId)
}

/** A dossier on the table of a session, by whoever has a seat there that scores. */
export type TabledDossier = { sessionId: SessionId; dossierId: DossierId }

/** Whoever has a seat that scores, as a reader of a dossier on the table: from the day on which the session is called, and not with a conflict. */
async function admitMember(ctx: Ctx, key: TabledDossier): Promise<Outcome<Ctx & { admitted: readonly DossierId[] }, SheetDenied>> {
  const { memberId } = await openSessionAs(ctx, key.sessionId, 'member', 'chair')
  await sessionDossier(ctx.db, key.sessionId, key.dossierId)
  const conflict = await conflictOf(ctx.db, { ...key, memberId }, dateInVietnam(ctx.now))
  return conflict ? refuse('conflict', conflict) : done({ ...ctx, admitted: [key.dossierId] })
}

/** The whole dossier for a member of the council that scores it. */
export async function readingForMember(ctx: Ctx, key: TabledDossier): Promise<Outcome<Reading, SheetDenied>> {
  const reader = await admitMember(ctx, key)
  if (!reader.ok) return reader
  const dossier = await readDossier(reader.value, key.dossierId)
  return done(readingOf(dossier, await writtenOf(ctx.db, dossier)))
}

/** A photo of a visit or the paper of a test, for the same members. */
export async function preparationFileForMember(
  ctx: Ctx,
  { file, ...key }: TabledDossier & { file: string },
): Promise<Outcome<EvidenceFile, SheetDenied>> {
  const reader = await admitMember(ctx, key)
  return reader.ok ? done(await preparationFile(ctx, { dossierId: key.dossierId, file })) : reader
}

/** A page of one of its papers, for the same members. */
export async function evidencePageForMember(
  ctx: Ctx,
  { sessionId, ...key }: EvidencePageKey & TabledDossier,
): Promise<Outcome<PagePicture, DrawingRefusal | SheetDenied>> {
  const reader = await admitMember(ctx, { sessionId, dossierId: key.dossierId })
  return reader.ok ? evidencePage(reader.value, key) : reader
}

/** A form or letter of the dossier, for the same members. */
export async function paperForMember(
  ctx: Ctx,
  { file, ...key }: TabledDossier & { file: string },
): Promise<Outcome<PaperFile, DrawingRefusal | SheetDenied>> {
  const reader = await admitMember(ctx, key)
  return reader.ok ? dossierPaper(reader.value, { dossierId: key.dossierId, file }) : reader
}

/** The whole dossier as one PDF, for the same members. */
export async function setForMember(ctx: Ctx, key: TabledDossier): Promise<Outcome<PaperFile, DrawingRefusal | SheetDenied>> {
  const reader = await admitMember(ctx, key)
  return reader.ok ? dossierSet(reader.value, key.dossierId) : reader
}
