package onet

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// ErrSuppressed: O*NET recommends not to use a rating.
const ErrSuppressed ksb.Fault = "recommended to suppress"

// ErrNoPlace: columns hold something that a framework has no place for.
const ErrNoPlace = rows.ErrNoPlace

// Detect tells whether data, a whole document, is one of the files. The name does not
// matter.
func Detect(_ string, data []byte) bool {
	var unread ksb.Problems
	line, _, _ := bytes.Cut(data[:min(len(data), 1000)], []byte("\n"))
	return open("", line, &unread).kind != none
}

// Read reads a single file, gzipped or not. One that names no occupation, such as
// Scales Reference, says nothing alone and is one problem that wraps ErrMissing;
// anything else that is none of the files is one that wraps ErrFormat. For what else
// can be wrong see [ReadFS].
func Read(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	d := newDatabase()
	d.add(name, data)
	return d.framework()
}

// DetectFS picks the files of one folder by the names that they are published under,
// with blanks or underscores, gzipped or not; what stands between the name and ".txt"
// does not matter. None: there is but one of them, or only Skills and Knowledge, which
// others call their files, too.
func DetectFS(paths []string) (mine []string) {
	telling := false
	for _, p := range paths {
		name := tableName(p)
		isTelling := slices.Contains(tellingNames(), name)
		telling = telling || isTelling
		if isTelling || name == "skills" || name == "knowledge" {
			mine = append(mine, p)
		}
	}
	if !telling || len(mine) < 2 {
		return nil
	}
	return mine
}

// ReadFS reads the files at paths as one framework, each gzipped or not, with LF or
// CRLF; their order and that of their rows do not show. The framework has its parts in
// the order of their IDs. The problems wrap what input.Read reports, and
//
//   - ErrFormat: a file that is none of those read
//   - ErrSyntax: a row of another width than its header
//   - ErrMissing, ErrMissingID: a cell, the other half of a rating or a file that is needed
//   - ErrDuplicateID: a row that stands twice; if the two differ neither counts
//   - ErrUnknownRole: an occupation that Occupation Data does not list
//   - ErrUnknownScale, ErrScale, ErrLevel, ErrWrongType, ErrValue: a value that cannot be
//   - ErrKind: an element that is neither knowledge nor skill
//   - ErrSuppressed: a rating that is left out on O*NET's advice
//   - ErrNoPlace: columns that a framework has no place for, once a file
func ReadFS(fsys fs.FS, paths []string) (ksb.Framework, ksb.Problems) {
	d := newDatabase()
	rows.EachFile(fsys, paths, &d.problems, d.add)
	return d.framework()
}

// tableName is the name of a file without folder and endings, with underscores:
// "occupation_data" for "db/Occupation Data.txt.gz".
func tableName(p string) string {
	base := strings.TrimSuffix(strings.ToLower(path.Base(p)), ".gz")
	name, _, _ := strings.Cut(base, ".")
	if !strings.HasSuffix(base, ".txt") {
		return ""
	}
	return strings.ReplaceAll(name, " ", "_")
}

func tellingNames() []string {
	return []string{"occupation_data", "task_statements", "alternate_titles", "sample_of_reported_titles", "job_zones",
		"related_occupations", "scales_reference", "level_scale_anchors"}
}
