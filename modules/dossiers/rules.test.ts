import { printMoves } from '@dacsan/decisions'
import { expect, test } from 'vitest'
import { dossierMoves, dossierStatuses } from './rules.ts'

test('the state machine of a dossier, every status × move × role', () => {
  const roles = [
    'producer',
    'commune-officer',
    'provincial-officer',
    'council-secretary',
    'council-chair',
    'council-member',
    'administrator',
  ] as const
  expect(printMoves('Dossier', dossierStatuses, roles, dossierMoves)).toMatchSnapshot()
})
