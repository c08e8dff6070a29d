package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// TestBadUploads: each is refused with a page that says why, and nothing is kept.
func TestBadUploads(t *testing.T) {
	s, server := served(t)
	v := visit(t, server.URL)
	for _, c := range []struct {
		why    string
		kind   kind
		name   string
		data   []byte
		status int
		says   string
	}{
		{"50 MB", standards, "large.csv", bytes.Repeat([]byte("a,b,c\r\n"), 50<<20/7), http.StatusRequestEntityTooLarge, "at most 10 MB"},
		{"a byte more than is taken", evidence, "large.csv", make([]byte, uploadLimit+1), http.StatusRequestEntityTooLarge, "at most 10 MB"},
		{"a zip bomb", standards, "bomb.zip", zipped(t, "a.json", bytes.Repeat([]byte{' '}, unpackedLimit+1)), http.StatusUnprocessableEntity, "too large"},
		{"a workbook that is one", standards, "bomb.xlsx", zipped(t, "xl/worksheets/sheet1.xml", bytes.Repeat([]byte{' '}, unpackedLimit+1)), http.StatusUnprocessableEntity, "too large"},
		{"a gzip bomb", standards, "bomb.json.gz", gzipped(t, bytes.Repeat([]byte{' '}, unpackedLimit+1)), http.StatusUnprocessableEntity, "too large"},
		{"a bomb in a zip", standards, "nested.zip", zipped(t, "a.json", gzipped(t, bytes.Repeat([]byte{' '}, unpackedLimit+1))), http.StatusUnprocessableEntity, "too large"},
		{"ten thousand files", standards, "many.zip", zippedMany(t, 10_000), http.StatusUnprocessableEntity, "too large"},
		{"a path that leads out", standards, "out.zip", zipped(t, "../../etc/a.json", []byte("{}")), http.StatusUnprocessableEntity, "no path within the archive"},
		{"a program", standards, "standard.json", append([]byte("\x7fELF\x02\x01\x01"), make([]byte, 500)...), http.StatusUnprocessableEntity, "cannot be used"},
		{"a picture", evidence, "evidence.csv", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), http.StatusUnprocessableEntity, "cannot be used"},
		{"courses where a standard is said", standards, "courses.json", []byte(ward(courses)), http.StatusUnprocessableEntity, "cannot be used"},
		{"a standard where evidence is said", evidence, "ward.csv", []byte(ward(standards)), http.StatusUnprocessableEntity, "cannot be used"},
		{"nothing", courses, "empty.json", nil, http.StatusUnprocessableEntity, "cannot be used"},
		{"no kind that there is", kind("secret"), "a.json", []byte("{}"), http.StatusBadRequest, "Say what the file holds"},
	} {
		status, text := v.upload(c.kind, c.name, c.data)
		require.Equal(t, c.status, status, c.why)
		require.Contains(t, text, c.says, c.why)
		require.Contains(t, text, "</html>", "%s: a whole page", c.why)
	}
	files, err := s.store.files()
	require.NoError(t, err)
	require.Empty(t, files)
}

// TestExternalLinks: a workbook that refers to another is read as it was saved. Nothing is
// fetched, and what we write refers to nothing.
func TestExternalLinks(t *testing.T) {
	_, server := served(t)
	v := visit(t, server.URL)
	status, text := v.upload(standards, "linked.xlsx", linked(t))
	require.Equal(t, http.StatusOK, status, text)
	status, _ = v.post("/scans", "standard", "file/1", "role", "host", "worker", "w-1")
	require.Equal(t, http.StatusOK, status)
	page := v.get("/scans/2/fill/employer")
	require.Contains(t, page, "Knows who may eat what", "the value that it had when it was saved")
	for _, f := range writings() {
		require.NotContains(t, v.get("/scans/2/take/"+f.Name), "evil.example", f.Name)
	}
}

// linked is a standard whose text comes from another workbook.
func linked(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	rows, err := csv.NewReader(strings.NewReader(ward(standards))).ReadAll()
	require.NoError(t, err)
	for i, row := range rows {
		for j, cell := range row {
			at, _ := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, f.SetCellStr("Sheet1", at, cell))
		}
	}
	require.NoError(t, f.SetCellHyperLink("Sheet1", "F2", "http://evil.example/a.xlsx", "External"))
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	return withLink(t, out.Bytes())
}

// withLink adds to a workbook what spreadsheet programs write for a reference to another.
func withLink(t *testing.T, data []byte) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, entry := range from.File {
		require.NoError(t, to.Copy(entry))
	}
	for name, text := range map[string]string{ // any order: readers find entries by name
		"xl/externalLinks/externalLink1.xml": `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook r:id="rId1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></externalLink>`,
		"xl/externalLinks/_rels/externalLink1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="http://evil.example/a.xlsx" TargetMode="External"/></Relationships>`,
	} {
		w, err := to.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, to.Close())
	return out.Bytes()
}

// hostile is text that would like to be something else.
const hostile = `<svg onload=alert(1)><script>alert(2)</script>`

// TestMarkupStaysText: in the name of a file, in a KSB, in a source, in a note, in an ID.
func TestMarkupStaysText(t *testing.T) {
	_, server := served(t)
	v := visit(t, server.URL)
	status, text := v.upload(standards, hostile+".csv", []byte(strings.ReplaceAll(ward(standards), "Knows who may eat what", `"`+hostile+`"`)))
	require.Equal(t, http.StatusOK, status, text)
	pages := text + v.get("/files")
	status, text = v.upload(evidence, "e.csv", []byte(strings.ReplaceAll(ward(evidence), "assessor-a", hostile)))
	require.Equal(t, http.StatusOK, status, text)
	status, text = v.post("/scans", "standard", "file/1", "role", "host", "worker", hostile)
	require.Equal(t, http.StatusOK, status, text)
	pages += text
	status, text = v.post("/scans", "standard", "file/1", "role", "host", "person", "file/2|w-9")
	require.Equal(t, http.StatusOK, status, text)
	status, text = v.post("/scans/3/fill/provider", "seen", "0", "level.host/K1", "1", "note.host/K1", hostile)
	require.Equal(t, http.StatusOK, status, text)
	pages += text
	for _, path := range []string{"/", "/scans/2", "/scans/3", "/scans/3/history", "/scans/3/report", "/scans/3/changes?level=host/K1:1", "/scans/3/plan", "/scans/3/routes?to=head",
		"/scans/2/report", "/scans/3/plan?pounds=%3Cscript%3E1", "/scans/3/take?to=%22%3E%3Cscript%3Ealert(3)"} {
		_, text := v.do(http.MethodGet, path, "", nil)
		pages += text
	}
	require.Contains(t, pages, "&lt;svg onload=alert(1)&gt;")
	require.NotContains(t, pages, "<svg onload")
	require.NotContains(t, pages, "<script>alert")
}

// TestFormulasStayText: no cell of a table that goes out begins like a formula.
func TestFormulasStayText(t *testing.T) {
	_, server := served(t)
	v := visit(t, server.URL)
	formula := `=cmd|' /C calc'!A0`
	status, text := v.upload(standards, "f.csv", []byte(strings.ReplaceAll(ward(standards), "Greets whoever comes in", formula)))
	require.Equal(t, http.StatusOK, status, text)
	status, text = v.upload(courses, "c.json", []byte(strings.ReplaceAll(ward(courses), "Greeting people", formula)))
	require.Equal(t, http.StatusOK, status, text)
	status, text = v.post("/scans", "standard", "file/1", "role", "host", "worker", formula, "courses", "file/2")
	require.Equal(t, http.StatusOK, status, text)
	v.post("/scans/2/fill/employer", "seen", "0", "level.host/S1", "0", "note.host/S1", "\t=1+1")
	v.post("/scans/2/fill/provider", "seen", "0", "level.host/S1", "0", "note.host/S1", "@SUM(A1)")
	found := 0
	for _, f := range writings() {
		if !strings.HasSuffix(f.Name, ".csv") {
			continue
		}
		rows, err := csv.NewReader(strings.NewReader(v.get("/scans/2/take/" + f.Name + "?unmet=yes"))).ReadAll()
		require.NoError(t, err, f.Name)
		for _, row := range rows {
			for _, cell := range row {
				require.NotContains(t, []string{"=", "+", "@", "\t"}, string(append([]rune(cell), 'x')[0]), "%s: %q", f.Name, cell)
				if strings.HasPrefix(cell, "'=") {
					found++
				}
			}
		}
	}
	require.Positive(t, found, "the formulas were in what was written")
}

// TestSafeName: a name is shown and never used as a path, and yet it is made harmless.
func TestSafeName(t *testing.T) {
	for _, c := range []struct{ why, name, want string }{
		{"as it is", "team.csv", "team.csv"},
		{"a path", "../../etc/passwd", "passwd"},
		{"a path of another system", `C:\Users\a\team.csv`, "team.csv"},
		{"what cannot be seen", "a\r\nSet-Cookie: b\x00.csv", "aSet-Cookie: b.csv"},
		{"without end", strings.Repeat("ä", 200) + ".csv", strings.Repeat("ä", 50) + strings.Repeat("ä", 46) + ".csv"},
		{"nothing", "", "."},
	} {
		require.Equal(t, c.want, safeName(c.name), c.why)
	}
}

func zipped(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	entry, err := archive.Create(name)
	require.NoError(t, err)
	_, err = entry.Write(data)
	require.NoError(t, err)
	require.NoError(t, archive.Close())
	return out.Bytes()
}

func zippedMany(t *testing.T, n int) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for i := range n {
		_, err := archive.Create(strings.Repeat("a", 1+i%9) + "/" + string(rune('a'+i%26)))
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	return out.Bytes()
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}
