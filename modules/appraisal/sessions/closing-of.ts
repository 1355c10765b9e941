import { decideClosing, decideWrittenClosing } from '../rules.ts'
import { councilRules } from './open-session-as.ts'
import type { DossierInSession } from './open-session-as.ts'
import type { SeatedMember, Session } from './session.store.ts'

/** Whether a session can close today and whose sheets make its results, by the rule of its manner. */
export function closingOf(session: Session, seats: readonly SeatedMember[], rows: readonly DossierInSession[], today: string) {
  const facts = { council: seats, dossiers: rows.map(({ scoring }) => scoring), rules: councilRules(session.rules) }
  return session.manner === 'written'
    ? decideWrittenClosing(session.status, { ...facts, until: session.answerUntil ?? session.heldOn, today })
    : decideClosing(session.status, facts)
}
