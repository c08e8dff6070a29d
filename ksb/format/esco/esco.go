package esco

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Detect tells whether data, a whole document, is one of the tables. The name does not
// matter.
func Detect(_ string, data []byte) bool {
	var unread ksb.Problems
	return open("", data, &unread).kind != none
}

// Read reads a single table, gzipped or not. A table of relations alone says nothing
// and is one problem that wraps ErrMissing; anything else that is none of the tables is
// one that wraps ErrFormat. For what else can be wrong see [ReadFS].
func Read(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.Read(r, name)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	s := newSet()
	s.add(name, data)
	return s.framework()
}

// DetectFS picks the tables of one folder by the names that they are published under,
// in any language, one language a folder, gzipped or not. None: the folder lacks occupations and skills, or
// has no table that relates them, and others call their files "skills.csv", too.
func DetectFS(paths []string) []string {
	var mine []string
	concepts, relations := false, false
	for _, p := range paths {
		name := tableName(p)
		isConcepts, isRelations := slices.Contains(conceptNames(), name), slices.Contains(relationNames(), name)
		concepts, relations = concepts || isConcepts, relations || isRelations
		if isConcepts || isRelations || slices.Contains(otherNames(), name) {
			mine = append(mine, p)
		}
	}
	if !concepts || !relations {
		return nil
	}
	return mine
}

// ReadFS reads the tables at paths as one framework, each gzipped or not; their order
// and that of their rows do not show. The framework has its parts in the order of their
// IDs. The problems wrap what input.Read reports, and
//
//   - ErrFormat: a file that is none of the tables
//   - ErrSyntax: a row that is no row, or of another width than its header
//   - ErrMissing, ErrMissingID, ErrDuplicateID: see the package comment
//   - ErrUnknownRole, ErrUnknownStatement, ErrUnknownGroup: an ID that leads nowhere
//   - ErrValue: a type or code that ESCO does not have
//   - ErrNoPlace: columns that a framework has no place for, once a file
func ReadFS(fsys fs.FS, paths []string) (ksb.Framework, ksb.Problems) {
	s := newSet()
	rows.EachFile(fsys, paths, &s.problems, s.add)
	return s.framework()
}

// ErrUnknownGroup: a hierarchy names a group that no table lists.
const ErrUnknownGroup ksb.Fault = "unknown group"

// ErrNoPlace: columns hold something that a framework has no place for.
const ErrNoPlace = rows.ErrNoPlace

// tableName is the name of a file without folder, endings and language:
// "occupations" for "esco/occupations_en.csv.gz".
func tableName(p string) string {
	name, isTable := strings.CutSuffix(strings.TrimSuffix(strings.ToLower(path.Base(p)), ".gz"), ".csv")
	if !isTable {
		return ""
	}
	if at := strings.LastIndexByte(name, '_'); at >= 0 && len(name) == at+3 {
		name = name[:at]
	}
	return name
}

// Names in small letters: the official ones are written "occupationSkillRelations".

func conceptNames() []string { return []string{"occupations", "skills"} }

func relationNames() []string {
	return []string{"occupationskillrelations", "skillskillrelations", "broaderrelationsskillpillar", "broaderrelationsoccpillar",
		"occupation_to_skill_relations", "skill_to_skill_relations", "occupation_hierarchy", "skill_hierarchy"}
}

func otherNames() []string {
	return []string{"iscogroups", "skillgroups", "skillshierarchy", "occupation_groups", "skill_groups",
		"greenskillscollection", "digitalskillscollection", "digcompskillscollection", "languageskillscollection",
		"researchskillscollection", "transversalskillscollection", "researchoccupationscollection"}
}
