/** What was promised: `valueTo` where the promise is a range ("5–7 sản phẩm"). */
export type Target = {
  id: string
  indicator: string
  scope: string
  periodFrom: string
  periodTo: string
  valueFrom: number
  valueTo: number | null
  unit: string
  instrument: string | null
  sourceUrl: string | null
  certainty: string
  note: string | null
}

export type Standing = 'reached' | 'running' | 'missed' | 'not-measured'

export type TargetVerdict = { standing: Standing; share: number | null }

/** Reached from the lower end of the range on; missed only when its period is over; without a measurement nothing is claimed. */
export function judgeTarget(target: Pick<Target, 'valueFrom' | 'periodTo'>, result: number | null, today: string): TargetVerdict {
  if (result === null) return { standing: 'not-measured', share: null }
  const share = target.valueFrom === 0 ? 1 : result / target.valueFrom
  if (result >= target.valueFrom) return { standing: 'reached', share }
  return { standing: today > target.periodTo ? 'missed' : 'running', share }
}
