/** What a visitor reads while more people come than can be served; a page of its own, which asks for nothing else. */
export const busyPage = `<!doctype html>
<html lang="vi">
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<meta name="color-scheme" content="light dark" />
<title>Đang có nhiều người truy cập</title>
<h1>Đang có nhiều người truy cập</h1>
<p>Xin tải lại trang sau vài giây. Những gì đã lưu vẫn còn.</p>
</html>
`
