import { spellingOf } from '@dacsan/vietnam'
import type { TableColumns } from '../table-rows.ts'
import { roles } from './actor.ts'
import type { Role } from './actor.ts'
import { addOrganisationInput } from './organisations.ts'
import { invitePersonInput } from './people.ts'
import { newOrganisationKinds } from './rules.ts'
import { importColumnWords as words, organisationKindNames, roleNames } from './words.ts'

const text = (cell: string) => cell
const code = (cell: string) => addOrganisationInput.shape.code.safeParse(cell).data
const email = (cell: string) => invitePersonInput.shape.email.safeParse(cell.toLowerCase()).data

/** By the key, or by the word of the office. */
const keyOf =
  <Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, string>>) =>
  (cell: string): Key | undefined => {
    const said = spellingOf(cell)
    return keys.find((key) => spellingOf(key) === said || spellingOf(names[key]) === said)
  }

/** The columns of a file of organisations, by keys in English or by headings in Vietnamese. */
export const organisationColumns = {
  kind: { ...words.kind, alsoCalled: ['kind'], kind: 'word', required: true, read: keyOf(newOrganisationKinds, organisationKindNames) },
  code: { ...words.code, alsoCalled: ['code'], kind: 'code', required: true, most: 61, read: code },
  name: { ...words.name, alsoCalled: ['name'], kind: 'name', required: true, most: 200, read: text },
  communeCode: {
    ...words.communeCode,
    alsoCalled: ['commune'],
    kind: 'code',
    digits: 5,
    read: (cell: string) => (/^\d{5}$/.test(cell) ? cell : undefined),
  },
} as const satisfies TableColumns

/** The columns of a file of accounts. */
export const accountColumns = {
  email: { ...words.email, alsoCalled: ['email'], kind: 'code', required: true, most: 200, read: email },
  name: { ...words.person, alsoCalled: ['name'], kind: 'name', required: true, most: 120, read: text },
  role: { ...words.role, alsoCalled: ['role'], kind: 'word', required: true, read: keyOf<Role>(roles, roleNames) },
  organisationCode: { ...words.organisationCode, alsoCalled: ['org'], kind: 'code', required: true, most: 61, read: code },
} as const satisfies TableColumns
