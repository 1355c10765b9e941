import type { VisitEnquiryStatus, RouteStatus } from '@dacsan/modules/promotion/rules'

export const routeTones = { draft: 'neutral', published: 'good', recognised: 'good', ended: 'bad' } as const satisfies Record<
  RouteStatus,
  string
>
export const enquiryTones = { asked: 'warn', 'other-day': 'warn', accepted: 'good', declined: 'neutral', withdrawn: 'neutral' } as const satisfies Record<VisitEnquiryStatus, string> // prettier-ignore
