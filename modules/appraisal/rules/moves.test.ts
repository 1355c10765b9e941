import { printMoves } from '@dacsan/decisions'
import { expect, test } from 'vitest'
import { roundMoves, roundStatuses, sessionMoves, sessionStatuses, sheetMoves, sheetStatuses } from '../rules.ts'

test('who may move a round, a session and a sheet, and from where', () => {
  expect(printMoves('Evaluation round', roundStatuses, ['provincial-officer', 'council-secretary'], roundMoves)).toMatchInlineSnapshot(`
    "Evaluation round

    status  move   provincial-officer                                   council-secretary
    open    close  → closed [no dossier of the round is left unscored]  ·
    closed  close  ·                                                    ·
    "
  `)
  const council = ['council-secretary', 'council-member', 'council-chair', 'provincial-officer'] as const
  expect(printMoves('Council session', sessionStatuses, council, sessionMoves)).toMatchInlineSnapshot(`
    "Council session

    status     move           council-secretary                               council-member  council-chair                         provincial-officer
    preparing  start-scoring  → scoring                                       ·               → scoring                             ·
    preparing  discuss        ·                                               ·               ·                                     ·
    preparing  close          ·                                               ·               ·                                     ·
    scoring    start-scoring  ·                                               ·               ·                                     ·
    scoring    discuss        → reviewing [every sheet of the dossier is in]  ·               ·                                     ·
    scoring    close          ·                                               ·               → closed [quorum, sheets, deviation]  ·
    reviewing  start-scoring  ·                                               ·               ·                                     ·
    reviewing  discuss        → reviewing [every sheet of the dossier is in]  ·               ·                                     ·
    reviewing  close          ·                                               ·               → closed [quorum, sheets, deviation]  ·
    closed     start-scoring  ·                                               ·               ·                                     ·
    closed     discuss        ·                                               ·               ·                                     ·
    closed     close          ·                                               ·               ·                                     ·
    "
  `)
  expect(printMoves('Score sheet', sheetStatuses, council, sheetMoves)).toMatchInlineSnapshot(`
    "Score sheet

    status     move    council-secretary    council-member                                      council-chair                                       provincial-officer
    draft      save    ·                    → draft                                             → draft                                             ·
    draft      submit  ·                    → submitted [complete, reason for a changed score]  → submitted [complete, reason for a changed score]  ·
    draft      reopen  ·                    ·                                                   ·                                                   ·
    draft      revise  ·                    ·                                                   ·                                                   ·
    submitted  save    ·                    ·                                                   ·                                                   ·
    submitted  submit  ·                    ·                                                   ·                                                   ·
    submitted  reopen  → reopened [reason]  ·                                                   ·                                                   ·
    submitted  revise  ·                    ·                                                   ·                                                   ·
    reopened   save    ·                    ·                                                   ·                                                   ·
    reopened   submit  ·                    → submitted [complete, reason for a changed score]  → submitted [complete, reason for a changed score]  ·
    reopened   reopen  ·                    ·                                                   ·                                                   ·
    reopened   revise  ·                    → reopened                                          → reopened                                          ·
    "
  `)
})
