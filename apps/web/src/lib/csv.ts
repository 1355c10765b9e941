import { toCsv } from '@dacsan/platform/csv'

/** Rows of text, the first of them the headings, as a file to keep. */
export function csvFile(name: string, [headers = [], ...rows]: readonly (readonly string[])[]): Response {
  const columns = headers.map((header, at) => ({ key: String(at), header }))
  const body = toCsv(
    rows.map((cells) => Object.fromEntries(cells.entries())),
    columns,
    { separator: ';' },
  )
  return new Response(body, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
  })
}
