import type { PlainDate } from '@dacsan/vietnam'
import type { WithdrawalReason } from '../../certificates/rules.ts'
import type { FindingStatus, Gravity } from '../acts.ts'

type Finding = { item: string; gravity: Gravity; status: FindingStatus; dueOn: PlainDate }

/** Which of the reasons of Điều 8 an item of the check list speaks for; our own reading, which the officer changes on the form. */
const reasonOfItem: Readonly<Record<string, WithdrawalReason>> = {
  'mark-use': 'mark-misused',
  'label-facts': 'law-broken',
  hygiene: 'law-broken',
  environment: 'law-broken',
  'papers-valid': 'law-broken',
  production: 'production-stopped',
}

/** The reason that a withdrawal would have, where something serious was found or something was not mended in time; null where nothing speaks for one. */
export function withdrawalReasonOf(findings: readonly Finding[], today: PlainDate): WithdrawalReason | null {
  const grave = findings.find(
    ({ gravity, status, dueOn }) =>
      status !== 'accepted' && status !== 'noted' && (gravity === 'serious' || (status === 'open' && dueOn < today)),
  )
  return grave ? (reasonOfItem[grave.item] ?? 'criteria-no-longer-met') : null
}
