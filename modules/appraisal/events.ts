/** `appraisal.session-opened`: the people who are called to the table. */
export type SessionOpened = { sessionId: string; heldOn: string; place: string; userIds: string[] }

/** `appraisal.sheets-reopened`: the members who are asked to look at their points again. */
export type SheetsReopened = { sessionId: string; dossierId: string; userIds: string[] }

/** `appraisal.session-closed`: the results are there. */
export type SessionClosedEvent = { sessionId: string; dossierIds: string[] }
