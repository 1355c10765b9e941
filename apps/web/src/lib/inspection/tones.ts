import type { FindingStatus, InspectionStatus } from '@dacsan/modules/inspection'

export const inspectionTones = { planned: 'neutral', 'under-way': 'water', visited: 'good' } as const satisfies Record<
  InspectionStatus,
  string
>
export const findingTones = { noted: 'neutral', open: 'warn', mended: 'water', accepted: 'good' } as const satisfies Record<
  FindingStatus,
  string
>
