import { describe, expect, test } from 'vitest'
import { rooms } from '../rooms.ts'
import type { ActTable } from '../rooms.ts'
import { actNames } from './act-names.ts'

const tables = rooms.flatMap((room) => room.acts)
const acts = tables.flatMap((table) => Object.values(table.acts))
const events = acts.map(({ event }) => event)
const former = acts.flatMap(({ formerly = {} }) => Object.keys(formerly))
const repeated = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index)

describe('the names of acts', () => {
  test('every event name belongs to one act', () => {
    expect(repeated(events)).toEqual([])
  })

  test('every former name belongs to one act, and no act has it now', () => {
    expect(repeated([...former, ...new Set(events)])).toEqual([])
  })

  test('every event name is a noun and a past verb, in lower case', () => {
    expect(events.filter((name) => !/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(name))).toEqual([])
  })

  test('a kind of thing is named by the first table that has acts for it', () => {
    const act = { by: {}, event: 'lamp.lit', says: 'Bật', name: 'light', subject: 'lamp' }
    const bulb = { ...act, event: 'bulb.changed', name: 'change' }
    const acts: ActTable[] = [
      { says: 'Đèn', statuses: [], acts: { light: act } },
      { says: 'Bóng đèn', statuses: [], acts: { change: bulb } },
    ]
    expect(actNames([{ acts }]).subjects).toEqual({ lamp: 'Đèn' })
  })

  test('present and former names have their sentence, and subjects their name', () => {
    const names = actNames(rooms)
    expect(Object.keys(names.actions).toSorted()).toEqual([...events, ...former].toSorted())
    expect(names.actions).toMatchObject({ 'person.signed-in': 'Đăng nhập', 'identity.signed-in': 'Đăng nhập' })
    expect(names.subjects).toMatchObject({ person: 'Người dùng', organisation: 'Tổ chức' })
    for (const says of [...Object.values(names.actions), ...Object.values(names.subjects)]) expect(says).toMatch(/^\p{Lu}/u)
  })
})
