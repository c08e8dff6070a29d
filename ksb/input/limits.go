package input

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/ksb"
)

// Limit is the most bytes that one document may have, unpacked: 256 MiB.
const Limit = 256 << 20

// UploadLimit is the most bytes that somebody may send at once, as they are sent: 32 MiB.
const UploadLimit = 32 << 20

// Limits are what is taken from a user. A zero stands for the default.
type Limits struct {
	Sent    int64 // bytes as they are sent, packed or not; for Upload; 0: UploadLimit
	Bytes   int64 // bytes of a document, or of all that is in an archive, unpacked; 0: Limit
	Ratio   int64 // unpacked bytes for a packed one, once they are more than 8 MiB; 0: 200
	Entries int   // files and folders of an archive, with those of archives in it; 0: 2,000
}

// slack is what anything may unpack to, however well it was packed: 8 MiB.
const slack = 8 << 20

func (l Limits) sent() int64  { return cmp.Or(l.Sent, UploadLimit) }
func (l Limits) bytes() int64 { return cmp.Or(l.Bytes, Limit) }
func (l Limits) ratio() int64 { return cmp.Or(l.Ratio, 200) }
func (l Limits) entries() int { return cmp.Or(l.Entries, 2000) }

// errBomb: what is packed unpacks to far more than a document would.
var errBomb = errors.New("it unpacks to far more than any document of its size would")

func bomb(out, in, ratio int64) bool { return out > slack && out/ratio > in }

// within tells what was read, or why it is not taken.
func within(data []byte, name string, limit int64, err error) ([]byte, *ksb.Problem) {
	switch {
	case errors.Is(err, errBomb):
		return nil, problem(name, 0, ksb.ErrTooLarge, err.Error())
	case err != nil:
		return nil, problem(name, 0, ksb.ErrRead, err.Error())
	case int64(len(data)) > limit:
		return nil, problem(name, 0, ksb.ErrTooLarge, fmt.Sprintf("more than the limit of %d bytes", limit))
	}
	return data, nil
}

func gzipped(data []byte) bool { return bytes.HasPrefix(data, []byte{0x1f, 0x8b}) }

func unpack(r io.Reader, ratio int64) (io.Reader, error) {
	counted := &counter{from: r}
	buffered := bufio.NewReader(counted)
	magic, err := buffered.Peek(2)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if !gzipped(magic) {
		return buffered, nil
	}
	unpacker, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, err
	}
	return &fuse{from: unpacker, packed: counted, ratio: ratio}, nil
}

// counter counts what is read.
type counter struct {
	from io.Reader
	n    int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += int64(n)
	return n, err
}

// fuse ends what unpacks to too much.
type fuse struct {
	from   io.Reader
	packed *counter
	ratio  int64
	n      int64
}

func (f *fuse) Read(p []byte) (int, error) {
	n, err := f.from.Read(p)
	if f.n += int64(n); bomb(f.n, f.packed.n, f.ratio) {
		return 0, errBomb
	}
	return n, err
}
