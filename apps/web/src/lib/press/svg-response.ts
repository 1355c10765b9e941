/** A drawing to keep; shown in a browser it runs nothing. What holds today may not hold tomorrow: no one keeps it for another. */
export const svgResponse = ({ name, svg }: { name: string; svg: string }): Response =>
  new Response(svg, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
  })
