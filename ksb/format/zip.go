package format

import (
	"archive/zip"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Limits bound what an archive may unpack to.
type Limits struct {
	Files int   // entries, folders among them; 0: 10,000
	Bytes int64 // of all entries together, unpacked; 0: 1 GiB
}

// OpenZip opens a zip archive of size bytes as a tree for [Suite.ReadFS]; name is for
// problems. What the entries unpack to is known before any is unpacked: an entry that
// then turns out longer than it says is a problem of its own.
//
// The archive is refused as a whole, with a problem that wraps ErrRead (no sound
// archive), ErrTooLarge (beyond the limits) or ErrValue (an entry whose path leads out
// of the tree or has backslashes, or that is neither file nor folder).
func OpenZip(r io.ReaderAt, size int64, name string, limits Limits) (fs.FS, *ksb.Problem) {
	refuse := func(fault ksb.Fault, detail string, args ...any) (fs.FS, *ksb.Problem) {
		return nil, &ksb.Problem{Fault: fault, Detail: fmt.Sprintf(detail, args...), Origin: ksb.Origin{File: name}}
	}
	archive, err := zip.NewReader(r, size)
	if err != nil && archive == nil {
		return refuse(ksb.ErrRead, "%s", err)
	}
	if most := cmp.Or(limits.Files, 10_000); len(archive.File) > most {
		return refuse(ksb.ErrTooLarge, "%d entries, more than %d", len(archive.File), most)
	}
	most, total := uint64(cmp.Or(limits.Bytes, 1<<30)), uint64(0)
	for _, entry := range archive.File {
		if !staysInside(entry.Name) {
			return refuse(ksb.ErrValue, "%q is no path within the archive", entry.Name)
		}
		if mode := entry.Mode(); !mode.IsRegular() && !mode.IsDir() {
			return refuse(ksb.ErrValue, "%q is neither a file nor a folder", entry.Name)
		}
		if total += min(entry.UncompressedSize64, most+1); total > most {
			return refuse(ksb.ErrTooLarge, "the entries unpack to more than %d bytes", most)
		}
	}
	return archive, nil
}

// staysInside: forward slashes, as the format demands; no root, no drive, no step out
// of the tree.
func staysInside(name string) bool {
	return fs.ValidPath(path.Clean(name)) && !strings.Contains(name, `\`) && strings.IndexByte(name, ':') != 1
}
