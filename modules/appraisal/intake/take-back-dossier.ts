import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../../context.ts'
import { withdrawDossier } from '../../dossiers/index.ts'
import type { WithdrawDossierInput } from '../../dossiers/index.ts'
import type { DossierId, WithdrawRefusal } from '../../dossiers/rules.ts'
import { updateTakenBack } from '../sessions/session.store.ts'

/** The producer takes its dossier back, also off the table of a council that has not closed: nothing waits for it any more. */
export const takeBackDossier = (ctx: Ctx, input: WithdrawDossierInput): Promise<Outcome<{ dossierId: DossierId }, WithdrawRefusal>> =>
  withdrawDossier(ctx, input, updateTakenBack)
