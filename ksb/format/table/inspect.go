package table

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// The reasons why a workbook is not opened, besides damage.
var (
	errMacros = errors.New("it holds macros, which are programs: save it as .xlsx, which has none")
	errDTD    = errors.New("it declares a document type, as no spreadsheet program does")
)

// inspect reads every entry to its end, where its checksum stands, and looks for what
// no table needs.
func inspect(entries fs.FS, name string) *ksb.Problem {
	err := fs.WalkDir(entries, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		if isMacro(name) {
			return errMacros
		}
		if err := inspectPart(entries, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	})
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errMacros), errors.Is(err, errDTD):
		return wrong(name, ksb.ErrValue, err.Error())
	}
	return wrong(name, ksb.ErrRead, "a damaged workbook: "+err.Error())
}

// isMacro tells by its name whether a part is a program: ECMA-376 has no place for them,
// so they stand where Excel puts them.
func isMacro(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(path.Base(name), "vbaproject") || strings.Contains(name, "/macrosheets/") || strings.Contains(name, "/activex/")
}

func inspectPart(entries fs.FS, name string) error {
	file, err := entries.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	if strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels") || strings.HasSuffix(name, ".vml") {
		if declaresType(file) {
			return errDTD
		}
	}
	_, err = io.Copy(io.Discard, file)
	return err
}

// declaresType looks at what stands before the first element. Whatever is wrong with the
// XML is for its reader to say.
func declaresType(r io.Reader) bool {
	decoder := xml.NewDecoder(r)
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		switch token, err := decoder.RawToken(); token.(type) {
		case xml.Directive:
			return true
		case xml.StartElement:
			return false
		default:
			if err != nil {
				return false
			}
		}
	}
}
