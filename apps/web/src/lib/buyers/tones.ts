import type { BuyerStage, EnquiryStatus, SessionStatus } from '@dacsan/modules/promotion/rules'

type Tone = 'good' | 'warn' | 'bad' | 'water' | 'neutral'

export const stageTones: Record<BuyerStage, Tone> = {
  introduced: 'neutral',
  sample: 'water',
  quote: 'water',
  mou: 'water',
  contract: 'water',
  'first-delivery': 'good',
  repeat: 'good',
  ended: 'bad',
}
export const enquiryTones: Record<EnquiryStatus, Tone> = { open: 'warn', introduced: 'water', closed: 'neutral' }
export const sessionTones: Record<SessionStatus, Tone> = { planned: 'neutral', allotted: 'water', held: 'good', cancelled: 'bad' }
