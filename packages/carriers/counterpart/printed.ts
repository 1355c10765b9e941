import type { Answered, HeldParcel } from './book.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** A label as a page. */
export const printedPage = ({ code, toName, codVnd }: HeldParcel): Answered => {
  const safe = (text: string) => text.replaceAll(/[<>&"]/g, '')
  const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${safe(code)}</title><h1>${safe(code)}</h1><p>${safe(toName)}</p><p>COD ${codVnd}</p></html>`
  return { status: 200, mediaType: 'text/html; charset=utf-8', body: bytes(page) }
}

/** A label as a PDF of one page (A6), made by hand: one font, two lines. */
export function printedPdf({ code, codVnd }: HeldParcel): Answered {
  const content = `BT /F1 24 Tf 20 380 Td (${code.replaceAll(/[^\w.-]/g, '')}) Tj 0 -40 Td (COD ${codVnd}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = text.length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 6\n0000000000 65535 f \n${rows}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return { status: 200, mediaType: 'application/pdf', body: bytes(text) }
}
