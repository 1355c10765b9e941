import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from '../identity/rules.ts'
import type { MessageLanguage, MessageText } from '../message.ts'

export type TextVersion = {
  name: string
  language: MessageLanguage
  version: number
  /** Null: from here on the words of the product. */
  text: MessageText | null
  znsTemplate: string | null
  byName: string
  at: Date
}

const versions = (db: ReadDb) =>
  db
    .selectFrom('message_text')
    .select(['name', 'language', 'version', 'subject', 'content', 'short', 'zns_template as znsTemplate', 'by_name as byName', 'at'])

type Row = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number]

const asVersion = ({ subject, content, short, ...row }: Row): TextVersion => ({
  ...row,
  text: subject === null || content === null || short === null ? null : { subject, text: content, short },
})

/** The latest version of each message and language that the province reworded. */
export async function selectLatestTexts(db: ReadDb, name?: string): Promise<TextVersion[]> {
  const rows = await versions(db)
    .distinctOn(['name', 'language'])
    .$if(name !== undefined, (query) => query.where('name', '=', name!))
    .orderBy('name')
    .orderBy('language')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(asVersion)
}

export async function selectTextVersions(db: ReadDb, name: string): Promise<TextVersion[]> {
  const rows = await versions(db).where('name', '=', name).orderBy('version', 'desc').orderBy('language').execute()
  return rows.map(asVersion)
}

/** False where that version is there already: somebody was faster. */
export async function insertText(tx: Tx, { text, ...version }: TextVersion & { byId: UserId | null }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('message_text')
    .values({
      name: version.name,
      language: version.language,
      version: version.version,
      subject: text?.subject ?? null,
      content: text?.text ?? null,
      short: text?.short ?? null,
      zns_template: version.znsTemplate,
      by_id: version.byId,
      by_name: version.byName,
      at: version.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
