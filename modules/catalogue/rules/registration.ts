import { z } from 'zod'
import { nameText, optionalLine, optionalText } from '../../optional-fields.ts'
import { registrableKinds } from './producer-kind.ts'
import type { ProducerKindRefusal } from './producer-kind.ts'

export const registerProducerInput = z.object({
  name: nameText(200),
  kind: z.enum(registrableKinds),
  taxCode: optionalText(20),
  registrationNo: optionalText(50),
  representative: optionalLine(120),
  communeCode: z.string().regex(/^\d{5}$/),
  address: optionalLine(300),
  phone: optionalText(20),
  email: optionalText(200),
  about: optionalText(4000),
})
export type RegisterProducerInput = z.infer<typeof registerProducerInput>

export const registerProductInput = z.object({
  name: nameText(200),
  setCode: z.string().max(20),
  description: optionalText(2000),
  netContent: optionalText(100),
})
export type RegisterProductInput = z.infer<typeof registerProductInput>

export type RegistrationRefusal =
  | { code: 'producer-exists'; name: string }
  | { code: 'no-producer' }
  | { code: 'unknown-commune'; communeCode: string }
  | { code: 'unknown-set'; setCode: string }
  | { code: 'same-name'; name: string }
  /** It stands in the register: others confirm what it is called, what it is and where it lies. */
  | { code: 'by-request' }
  | Exclude<ProducerKindRefusal, { code: 'kind-not-for-set' }>
