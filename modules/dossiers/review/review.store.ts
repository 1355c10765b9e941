import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { CommuneReview } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'

export async function selectReview(db: ReadDb, dossierId: DossierId): Promise<CommuneReview | null> {
  const row = await db
    .selectFrom('commune_review')
    .select(['form_check as formCheck', 'materials', 'labour', 'idea', 'identity', 'meeting_on as meetingOn', 'participants', 'conclusion'])
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst()
  return row ?? null
}

export async function upsertReview(
  tx: Tx,
  dossierId: DossierId,
  review: CommuneReview,
  made: { by: UserId | null; at: Date },
): Promise<void> {
  const values = {
    form_check: JSON.stringify(review.formCheck),
    materials: review.materials,
    labour: review.labour,
    idea: review.idea,
    identity: review.identity,
    meeting_on: review.meetingOn,
    participants: review.participants,
    conclusion: review.conclusion,
    updated_by: made.by,
    updated_at: made.at,
  }
  await tx
    .insertInto('commune_review')
    .values({ dossier_id: dossierId, ...values })
    .onConflict((conflict) => conflict.column('dossier_id').doUpdateSet(values))
    .execute()
}
