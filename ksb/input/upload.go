package input

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/ksb"
)

// Upload returns what somebody sends, for any reader: unpacked if it is gzipped, and
// otherwise as it is. Whoever knows its size is refused before a byte is read. A zip
// archive, such as a workbook, is refused if it holds too much, if it unpacks to far more
// than it is, or if archives within it hold further archives; it is not unpacked to find
// out. A problem means that there are no bytes; it wraps ErrRead, ErrTooLarge, ErrTooDeep
// or ErrFormat.
func Upload(r io.Reader, name string, l Limits) ([]byte, *ksb.Problem) {
	sent, refused := receive(r, name, l.sent())
	if refused != nil {
		return nil, refused
	}
	data := sent
	if gzipped(sent) {
		data, refused = Unpack(bytes.NewReader(sent), name, l)
	}
	if refused == nil && gzipped(data) {
		refused = problem(name, 0, ksb.ErrFormat, "it is packed twice: send what is in it")
	}
	if refused == nil {
		refused = Archive(data, name, l)
	}
	if refused != nil {
		return nil, refused
	}
	return data, nil
}

// receive reads no more than is taken.
func receive(r io.Reader, name string, most int64) ([]byte, *ksb.Problem) {
	refuse := func() ([]byte, *ksb.Problem) {
		return nil, problem(name, 0, ksb.ErrTooLarge, fmt.Sprintf("it has more than the %s that can be sent at once", mebibytes(most)))
	}
	if size(r) > most {
		return refuse()
	}
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, problem(name, 0, ksb.ErrRead, err.Error())
	case int64(len(data)) > most:
		return refuse()
	}
	return data, nil
}

func mebibytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d bytes", n)
	}
	return fmt.Sprintf("%d MiB", n>>20)
}

// Archive tells whether a zip archive can be unpacked with care: see [Upload]. Anything
// else is no archive and passes, and so does one that is damaged: its reader will say so.
func Archive(data []byte, name string, l Limits) *ksb.Problem {
	a := &account{limits: l, packed: int64(len(data))}
	fault := a.add(data, 0)
	if fault == nil {
		return nil
	}
	class := ksb.ErrTooLarge
	if errors.Is(fault, errNested) {
		class = ksb.ErrTooDeep
	}
	return problem(name, 0, class, fault.Error())
}

var errNested = errors.New("archives in archives in archives: send what is in them")

// account is what an archive and the archives in it come to.
type account struct {
	limits  Limits
	packed  int64
	entries int
	bytes   uint64
}

func zipped(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

func (a *account) add(data []byte, depth int) error {
	if !zipped(data) {
		return nil
	}
	archive, _ := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if archive == nil {
		return nil
	}
	if a.entries += len(archive.File); a.entries > a.limits.entries() {
		return fmt.Errorf("more than %d files in it", a.limits.entries())
	}
	for _, entry := range archive.File {
		if err := a.charge(min(entry.UncompressedSize64, 1<<62)); err != nil {
			return err
		}
	}
	for _, entry := range archive.File {
		if err := a.within(entry, depth); err != nil {
			return err
		}
	}
	return nil
}

// charge adds what an entry says that it unpacks to; archive/zip ends one that lies.
func (a *account) charge(unpacked uint64) error {
	a.bytes = min(a.bytes+unpacked, 1<<62)
	switch most := a.limits.bytes(); {
	case a.bytes > uint64(max(most, 0)):
		return fmt.Errorf("what is in it has more than %s", mebibytes(most))
	case bomb(int64(a.bytes), a.packed, a.limits.ratio()):
		return errBomb
	}
	return nil
}

// within adds what is in an entry that is itself packed.
func (a *account) within(entry *zip.File, depth int) error {
	file, err := entry.Open()
	if err != nil {
		return nil // its reader will say so
	}
	defer file.Close()
	start := make([]byte, 4)
	n, _ := io.ReadFull(file, start)
	start = start[:n]
	switch {
	case !zipped(start) && !gzipped(start):
		return nil
	case depth > 0:
		return errNested
	case gzipped(start):
		return a.addGzip(io.MultiReader(bytes.NewReader(start), file))
	}
	inner, err := io.ReadAll(io.MultiReader(bytes.NewReader(start), file))
	if err != nil {
		return nil
	}
	return a.add(inner, depth+1)
}

// addGzip counts what a packed entry unpacks to, by unpacking it as far as is allowed.
func (a *account) addGzip(r io.Reader) error {
	inner, err := unpack(r, a.limits.ratio())
	if err != nil {
		return nil
	}
	n, err := io.Copy(io.Discard, io.LimitReader(inner, a.limits.bytes()+1))
	if errors.Is(err, errBomb) {
		return err
	}
	return a.charge(uint64(n))
}
