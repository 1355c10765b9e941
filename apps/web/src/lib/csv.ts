/** A table as a file that spreadsheet programs open with its accents, and in which no cell is a formula. */
export function csvFile(name: string, rows: readonly (readonly string[])[]): Response {
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const body = `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
  return new Response(body, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
  })
}
