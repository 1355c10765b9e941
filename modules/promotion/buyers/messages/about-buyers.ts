import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../../context.ts'
import { peopleOfProducer } from '../../../catalogue/index.ts'
import { peopleWith } from '../../../identity/index.ts'
import type { Asking, Contact, Told } from '../../../message.ts'
import type { EnquiryMoved, RelationMoved } from '../acts.ts'
import { openBuyerPhone, selectEnquiry } from '../enquiry.store.ts'
import type { StoredEnquiry } from '../enquiry.store.ts'
import { selectRelation } from '../relation.store.ts'
import type { StoredRelation } from '../relation.store.ts'
import type { EnquiryId } from '../rules/ids.ts'
import { stageWords } from '../words/names.ts'

export const sample = { code: 'KN-7K2MP-9QX4R', buyer: 'Cửa hàng Quà quê', producer: 'HTX Dừa sáp Cầu Kè', goods: 'Mứt dừa sáp' }
export const work = { kind: 'work', pace: 'at-once', sample } as const
type Said = Told<keyof typeof sample>
type Values = Said['values']

const valuesOf = (enquiry: StoredEnquiry, producer = ''): Values => ({
  code: enquiry.code,
  buyer: enquiry.buyerName,
  producer,
  goods: enquiry.productName ?? enquiry.goods,
})

export const departmentOf = (asking: Asking) => peopleWith(asking.db, ['trade-department'], { today: dateInVietnam(asking.now) })

/** The buyer: the people of the trade office that asked, else whoever left a telephone or an address. */
export async function buyerSide(enquiry: StoredEnquiry, asking: Asking, producer = '', relationId?: string): Promise<Said> {
  const { organisationId } = enquiry
  const people = organisationId === null ? [] : await peopleWith(asking.db, ['trade-office'], { today: dateInVietnam(asking.now), organisationId }) // prettier-ignore
  const object = ['buyer-enquiry', enquiry.id] as const
  const values = valuesOf(enquiry, producer)
  if (people.length > 0) {
    const path = relationId === undefined ? `/van-phong/ket-noi/nhu-cau/${enquiry.id}` : `/van-phong/ket-noi/${relationId}`
    return { to: people, path, object, values }
  }
  return { to: [enquiry.id], byMail: enquiry.contactEmail !== null, language: enquiry.language, path: `buyer-enquiry:${enquiry.id}`, object, values } // prettier-ignore
}

export async function producerSide(relation: StoredRelation, enquiry: StoredEnquiry, asking: Asking): Promise<Said> {
  return {
    to: await peopleOfProducer(asking, relation.producerId),
    path: `/van-phong/ket-noi/${relation.id}`,
    object: ['buyer-relation', relation.id],
    values: valuesOf(enquiry, relation.producerName),
  }
}

export async function officeSide(enquiry: StoredEnquiry, asking: Asking): Promise<Said> {
  return {
    to: await departmentOf(asking),
    path: `/van-phong/ket-noi/nhu-cau/${enquiry.id}`,
    object: ['buyer-enquiry', enquiry.id],
    values: valuesOf(enquiry),
  }
}

export async function ofEnquiry(
  { enquiryId }: EnquiryMoved,
  asking: Asking,
  say: (enquiry: StoredEnquiry) => Promise<readonly Said[]>,
): Promise<readonly Said[]> {
  const enquiry = await selectEnquiry(asking.db, enquiryId)
  return enquiry ? say(enquiry) : []
}

export async function ofRelation(
  { relationId }: Pick<RelationMoved, 'relationId'>,
  asking: Asking,
  say: (relation: StoredRelation, enquiry: StoredEnquiry) => Promise<readonly Said[]>,
): Promise<readonly Said[]> {
  const relation = await selectRelation(asking.db, relationId)
  const enquiry = relation && (await selectEnquiry(asking.db, relation.enquiryId))
  return relation && enquiry ? say(relation, enquiry) : []
}

export const stageOf = ({ stage, stageSince }: StoredRelation) => ({
  stage: stageWords[stage].toLocaleLowerCase('vi'),
  since: formatDate(stageSince),
})

/** A buyer without an account left a telephone or an address with its enquiry; forgotten, it is reached no more. */
export const buyerContacts = {
  beq: async (db: ReadDb, id: string): Promise<Contact | null> => {
    const enquiry = await selectEnquiry(db, id as EnquiryId)
    if (!enquiry?.contactName) return null
    return { name: enquiry.contactName, phone: await openBuyerPhone(db, enquiry), email: enquiry.contactEmail, language: enquiry.language }
  },
}

/** The page of an enquiry, which its code opens: in no stored message. */
export const buyerSecretPaths = {
  'buyer-enquiry': async ({ db }: { db: ReadDb }, id: string): Promise<string | null> => {
    const enquiry = await selectEnquiry(db, id as EnquiryId)
    return enquiry?.contactName ? `/ket-noi/${enquiry.code}` : null
  },
}
