import { nameText, optionalLine, optionalText } from '../optional-fields.ts'
import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { readPhone } from '@dacsan/vietnam'
import { z } from 'zod'
import { registrableKinds } from '../catalogue/rules.ts'
import { isReachable } from '../identity/rules.ts'
import { fatesOfHolders, fatesOfOthers } from './rules/request.ts'
import { inputWords } from './words/inputs.ts'

/** A tick of a form. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '')

const emptyToNull = (value: unknown) => (value === '' || value === undefined ? null : value)

/** What is typed of a producer, at whichever door. */
export const typedFile = {
  name: nameText(200),
  kind: z.enum(registrableKinds, inputWords.kind),
  taxCode: optionalText(20),
  registrationNo: optionalLine(50),
  representative: nameText(120),
  communeCode: z.string(inputWords.commune).regex(/^\d{5}$/, inputWords.commune),
  address: optionalLine(300),
  phone: z.preprocess(
    emptyToNull,
    z
      .string()
      .transform((typed) => readPhone(typed))
      .pipe(z.string(inputWords.phone))
      .nullable(),
  ),
  email: z.preprocess(
    emptyToNull,
    z.email(inputWords.email).trim().toLowerCase().max(200, inputWords.email).refine(isReachable, inputWords.email).nullable(),
  ),
  note: optionalText(2000),
}

export const fileRequestInput = z.object({
  /** Absent: it is in no register yet. */
  producerId: z.preprocess(emptyToNull, idInput('pro', inputWords.pageTooOld).nullable()),
  ...typedFile,
  /** The declaration above the button: the law of the programme asks for it, not that of data, which lets the office do its duty. */
  declared: ticked.refine((yes) => yes, inputWords.declared),
  requestKey,
})
export type FileRequestInput = z.infer<typeof fileRequestInput>

export const askChangeInput = z.object({
  name: typedFile.name,
  kind: typedFile.kind,
  taxCode: typedFile.taxCode,
  registrationNo: typedFile.registrationNo,
  communeCode: typedFile.communeCode,
  note: typedFile.note,
  requestKey,
})
export type AskChangeInput = z.infer<typeof askChangeInput>

const requestId = idInput('jrq', inputWords.pageTooOld)
const version = z.coerce.number(inputWords.pageTooOld).int()

export const confirmRequestInput = z.object({
  requestId,
  version,
  others: z.enum(fatesOfOthers, inputWords.choose).optional(),
  /** The other claims that the officer saw: of what came meanwhile nothing is decided. */
  otherIds: z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(requestId).max(300)),
  holders: z.enum(fatesOfHolders, inputWords.choose).optional(),
  /** Name, legal form and place as they were typed, in the place of those of the register. */
  take: ticked,
})
export type ConfirmRequestInput = z.infer<typeof confirmRequestInput>

export const answerRequestInput = z.object({
  requestId,
  version,
  words: z.string(inputWords.words).trim().normalize('NFC').min(10, inputWords.words).max(2000, inputWords.wordsLong),
})
export type AnswerRequestInput = z.infer<typeof answerRequestInput>

const transferId = idInput('ptr', inputWords.pageTooOld)

export const fileTransferInput = z.object({
  productId: idInput('prd', inputWords.pageTooOld),
  /** Who is to have it; absent where that is whoever asks. */
  producerId: z.preprocess(emptyToNull, idInput('pro', inputWords.pageTooOld).nullable()),
  reason: z.string(inputWords.reason).trim().normalize('NFC').min(10, inputWords.reason).max(2000, inputWords.wordsLong),
  declared: ticked.refine((yes) => yes, inputWords.declared),
  requestKey,
})
export type FileTransferInput = z.infer<typeof fileTransferInput>

export const transferInput = z.object({ transferId, version })
export const answerTransferInput = transferInput.extend({ words: answerRequestInput.shape.words })

export const printSlipInput = z.object({ requestId, version })
export type PrintSlipInput = z.infer<typeof printSlipInput>

export const useSlipInput = z.object({
  phone: typedFile.phone,
  email: typedFile.email,
  password: z.string(inputWords.password).min(1, inputWords.password),
})
export type UseSlipInput = z.infer<typeof useSlipInput>

export const lookUpInput = z.object({
  code: z.string(inputWords.code).trim().min(1, inputWords.code).max(40, inputWords.code),
  phone: z
    .string(inputWords.phone)
    .transform((typed) => readPhone(typed))
    .pipe(z.string(inputWords.phone)),
})
