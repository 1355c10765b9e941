/** A file for another program (Luật 91/2025/QH15: a copy of the own data). */
export function jsonFile(data: unknown): Response {
  return new Response(JSON.stringify(data, null, 1), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': 'attachment; filename="du-lieu-cua-toi.json"' },
  })
}
