import type { Ctx } from '../../context.ts'
import type { Draft } from '../drafting/find-draft.ts'
import { askedAt, findCriterion, paperStanding } from '../rules.ts'
import type { AttachedEvidence, EvidenceKind, Named, PaperStanding, VaultPaper } from '../rules.ts'
import { vaultOfDossier } from './vault.ts'

/** A row of the table of papers of Mẫu 02: what lies in it, and what of the vault could. */
export type EvidenceRow = {
  kind: EvidenceKind
  name: string
  hint: string
  /** Whether papers of this kind usually speak for the criterion. */
  usual: boolean
  attached: (Named<AttachedEvidence> & PaperStanding)[]
  vault: VaultPaper[]
  /** What the open request asks here. */
  asked: string[]
}

/** The table of a draft, whole or as one criterion sees it: then its usual papers come first, and only what speaks for it is attached. */
export async function evidenceTable(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  { dossier, set, papers, today }: Pick<Draft, 'dossier' | 'set' | 'papers' | 'today'>,
  criterionCode: string | null,
): Promise<{ criterion: { code: string; name: string } | null; rows: EvidenceRow[] }> {
  const criterion = criterionCode === null ? undefined : findCriterion(set, criterionCode)
  const usual = criterion ? (papers.usual[criterion.code] ?? []) : []
  const attached = dossier.evidence.filter((paper) => !criterion || paper.criteria.includes(criterion.code))
  const vault = (await vaultOfDossier(ctx, dossier)).filter((paper) => !attached.some(({ id }) => id === paper.id))
  // The usual ones first, in their own order.
  const placeOf = (row: EvidenceKind) => (usual.includes(row) ? usual.indexOf(row) - usual.length : row)
  return {
    criterion: criterion ? { code: criterion.code, name: criterion.name } : null,
    rows: papers.rows
      .toSorted((a, b) => placeOf(a.row) - placeOf(b.row))
      .map(({ row: kind, name, hint }) => ({
        kind,
        name,
        hint,
        usual: usual.includes(kind),
        attached: attached.filter((paper) => paper.kind === kind).map((paper) => ({ ...paper, ...paperStanding(paper, today) })),
        vault: vault.filter((paper) => paper.kind === kind),
        asked: askedAt(dossier.asked.producer, `evidence:${kind}`),
      })),
  }
}
