package input

import "bytes"

// kindOf names files that are no text, by how they begin; "": not known.
func kindOf(data []byte) string {
	for _, known := range []struct{ start, name string }{
		{"%PDF-", "a PDF document"},
		{"PK\x03\x04", "a zip archive, as workbooks are"},
		{"\xd0\xcf\x11\xe0", "an older Office document, or one with a password"},
		{"\x1f\x8b", "packed a second time"},
		{"\x89PNG", "a picture"},
		{"\xff\xd8\xff", "a picture"},
		{"GIF8", "a picture"},
		{"II*\x00", "a picture"},
		{"RIFF", "a picture or a film"},
		{"\x7fELF", "a program"},
		{"MZ\x90\x00", "a program"},
		{"\xca\xfe\xba\xbe", "a program"},
		{"SQLite format 3\x00", "a database"},
		{"7z\xbc\xaf\x27\x1c", "an archive other than zip"},
		{"Rar!", "an archive other than zip"},
		{"BZh", "packed by another way than gzip"},
		{"\xfd7zXZ\x00", "packed by another way than gzip"},
		{"\x28\xb5\x2f\xfd", "packed by another way than gzip"},
	} {
		if bytes.HasPrefix(data, []byte(known.start)) {
			return known.name
		}
	}
	return ""
}
