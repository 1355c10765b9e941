/** To whom an invoice is to be written, in one line. */
export const sayInvoice = ({
  name,
  taxCode,
  address,
  email,
}: {
  name: string
  taxCode: string | null
  address: string
  email: string
}): string => [name, ...(taxCode ? [`MST ${taxCode}`] : []), address, ...(email ? [email] : [])].join(', ')
