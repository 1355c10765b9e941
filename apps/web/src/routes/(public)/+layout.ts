// Public pages are finished HTML: no script is sent unless a page asks for it.
export const csr = false
