package input_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

type file struct{ name, content string }

func archive(t testing.TB, files ...file) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		entry, err := w.Create(f.name)
		require.NoError(t, err)
		_, err = io.WriteString(entry, f.content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return out.String()
}

// says makes an archive of one entry that unpacks to something else than it says.
func says(t testing.TB, says uint64, content string) string {
	t.Helper()
	var packed, out bytes.Buffer
	deflate, err := flate.NewWriter(&packed, flate.BestSpeed)
	require.NoError(t, err)
	_, err = io.WriteString(deflate, content)
	require.NoError(t, err)
	require.NoError(t, deflate.Close())
	w := zip.NewWriter(&out)
	entry, err := w.CreateRaw(&zip.FileHeader{Name: "a", Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(content)), CompressedSize64: uint64(packed.Len()), UncompressedSize64: says})
	require.NoError(t, err)
	_, err = entry.Write(packed.Bytes())
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.String()
}

// overlapping makes an archive whose directory names one entry many times over.
func overlapping(t testing.TB, times int) string {
	t.Helper()
	one := archive(t, file{"a", strings.Repeat("0", 1<<20)})
	end := len(one) - 22
	start := int(binary.LittleEndian.Uint32([]byte(one)[end+16:]))
	tail := []byte(one[end:])
	directory := strings.Repeat(one[start:end], times)
	binary.LittleEndian.PutUint16(tail[8:], uint16(times))
	binary.LittleEndian.PutUint16(tail[10:], uint16(times))
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(directory)))
	return one[:start] + directory + string(tail)
}

// noise does not pack.
func noise(n int) string {
	rng := rand.New(rand.NewPCG(1, 1))
	data := make([]byte, n)
	for i := range data {
		data[i] = 'a' + byte(rng.IntN(26))
	}
	return string(data)
}

func TestUploadRefuses(t *testing.T) {
	const zeros = 9 << 20
	bomb, zipBomb := zipped(t, strings.Repeat("0", zeros)), archive(t, file{"a", strings.Repeat("0", zeros)})
	nested := archive(t, file{"a.zip", archive(t, file{"b.zip", archive(t, file{"c", "x"})})})
	var many []file
	for i := range 2001 {
		many = append(many, file{name: fmt.Sprint(i)})
	}
	for _, c := range []struct {
		why, give string
		limits    input.Limits
		want      ksb.Fault
		says      string
	}{
		{"50 MB", strings.Repeat("x", 50_000_000), input.Limits{}, ksb.ErrTooLarge, "more than the 32 MiB that can be sent at once"},
		{"one byte more than is taken", "123456", input.Limits{Sent: 5}, ksb.ErrTooLarge, "more than the 5 bytes"},
		{"gzip that unpacks to a thousand times its size", bomb, input.Limits{}, ksb.ErrTooLarge, "far more than any document"},
		{"gzip beyond the limit", zipped(t, noise(2000)), input.Limits{Bytes: 1999}, ksb.ErrTooLarge, "limit of 1999 bytes"},
		{"gzip in gzip", zipped(t, zipped(t, "{}")), input.Limits{}, ksb.ErrFormat, "packed twice"},
		{"gzip that is none", "\x1f\x8b and so on", input.Limits{}, ksb.ErrRead, ""},
		{"gzip cut off", bomb[:len(bomb)/2], input.Limits{Ratio: 1 << 20}, ksb.ErrRead, ""},
		{"zip that unpacks to a thousand times its size", zipBomb, input.Limits{}, ksb.ErrTooLarge, "far more than any document"},
		{"a bomb in a zip in a gzip", zipped(t, zipBomb), input.Limits{}, ksb.ErrTooLarge, "far more than any document"},
		{"many entries of one place", overlapping(t, 300), input.Limits{}, ksb.ErrTooLarge, "far more than any document"},
		{"zip beyond the limit", archive(t, file{"a", noise(1000)}, file{"b", noise(1000)}), input.Limits{Bytes: 1999}, ksb.ErrTooLarge, "more than 1999 bytes"},
		{"an entry that says that it is endless", says(t, 1<<63+5, "x"), input.Limits{}, ksb.ErrTooLarge, ""},
		{"many entries", archive(t, many...), input.Limits{}, ksb.ErrTooLarge, "more than 2000 files"},
		{"fewer, where fewer are taken", archive(t, many[:3]...), input.Limits{Entries: 2}, ksb.ErrTooLarge, "more than 2 files"},
		{"many entries in archives together", archive(t, file{"a.zip", archive(t, many[:1000]...)}, file{"b.zip", archive(t, many[:1000]...)}), input.Limits{}, ksb.ErrTooLarge, "more than 2000 files"},
		{"an archive in an archive in an archive", nested, input.Limits{}, ksb.ErrTooDeep, "archives in archives in archives"},
		{"gzip in an archive in an archive", archive(t, file{"a.zip", archive(t, file{"b.gz", zipped(t, "x")})}), input.Limits{}, ksb.ErrTooDeep, ""},
		{"a gzip bomb in an archive", archive(t, file{"a.gz", bomb}), input.Limits{}, ksb.ErrTooLarge, "far more than any document"},
		{"a zip bomb in an archive", archive(t, file{"a.xlsx", zipBomb}), input.Limits{}, ksb.ErrTooLarge, "far more than any document"},
	} {
		t.Run(c.why, func(t *testing.T) {
			data, problem := input.Upload(strings.NewReader(c.give), "x.xlsx", c.limits)
			require.NotNil(t, problem)
			require.Equal(t, c.want, problem.Fault, problem.Error())
			require.Contains(t, problem.Detail, c.says)
			require.Equal(t, "x.xlsx", problem.Origin.File)
			require.Nil(t, data, "a problem means that there are no bytes")
		})
	}
}

func TestUploadTakes(t *testing.T) {
	sound := archive(t, file{"a.xlsx", archive(t, file{"b", "x"})}, file{"c.csv.gz", zipped(t, "x")}, file{"d/", ""})
	lies := says(t, 5, noise(2000))
	for _, c := range []struct{ why, give, want string }{
		{"a text as it is", "<b>name</b>\n", "<b>name</b>\n"},
		{"nothing: its reader will say so", "", ""},
		{"as much as is taken, to the byte", strings.Repeat("x", input.UploadLimit), strings.Repeat("x", input.UploadLimit)},
		{"gzip unpacked", zipped(t, "name\n"), "name\n"},
		{"well packed, and not much", zipped(t, strings.Repeat("0", 8<<20)), strings.Repeat("0", 8<<20)},
		{"an archive as it is", sound, sound},
		{"a packed archive unpacked once", zipped(t, sound), sound},
		{"an archive cut off: its reader will say so", sound[:len(sound)-9], sound[:len(sound)-9]},
		{"what begins as an archive", "PK\x03\x04", "PK\x03\x04"},
		{"an entry that is longer than it says: its reader ends it", lies, lies},
	} {
		t.Run(c.why, func(t *testing.T) {
			data, problem := input.Upload(strings.NewReader(c.give), "x", input.Limits{})
			require.Nil(t, problem)
			require.True(t, c.want == string(data))
		})
	}
}

// Who says how long a file is, is refused before it is read.
func TestUploadRefusesEarly(t *testing.T) {
	r := strings.NewReader(strings.Repeat("x", 100))
	_, problem := input.Upload(r, "x", input.Limits{Sent: 99})
	require.ErrorIs(t, problem, ksb.ErrTooLarge)
	require.Equal(t, 100, r.Len(), "nothing was read")

	endless := &zeros{}
	_, problem = input.Upload(endless, "x", input.Limits{Sent: 1 << 20})
	require.ErrorIs(t, problem, ksb.ErrTooLarge)
	require.Less(t, endless.read, int64(4<<20))
}

// A reader of its own ends a bomb, too, long before the limit of a document.
func TestRatio(t *testing.T) {
	bomb, w := io.Pipe()
	written := &zeros{}
	go func() {
		packer := gzip.NewWriter(w)
		_, err := io.Copy(packer, written)
		w.CloseWithError(err) // the reader below is gone by then
	}()
	_, problem := input.Read(bomb, "x")
	require.ErrorIs(t, problem, ksb.ErrTooLarge)
	require.Contains(t, problem.Detail, "far more than any document")
	require.NoError(t, bomb.Close())

	well := zipped(t, strings.Repeat("0", 9<<20))
	_, problem = input.ReadWithin(strings.NewReader(well), "x", input.Limits{Ratio: 2000})
	require.Nil(t, problem, "whoever trusts the sender may allow more")
}

// What a file is counts, not what it is called.
func TestOtherKindsAreNamed(t *testing.T) {
	for _, c := range []struct{ give, want string }{
		{"%PDF-1.7\n\xe2\xe3", "this is a PDF document"},
		{"\x89PNG\r\n\x1a\n", "this is a picture"},
		{archive(t, file{"a", noise(300)}) + "\xff", "this is a zip archive"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office document"},
		{zipped(t, zipped(t, "{}")), "packed a second time"},
	} {
		_, problem := input.Read(strings.NewReader(c.give), "team.csv")
		require.ErrorIs(t, problem, ksb.ErrEncoding)
		require.Contains(t, problem.Detail, c.want)
	}
	data, problem := input.Read(strings.NewReader("%PDF, PK and GIF8 in a text"), "team.csv")
	require.Nil(t, problem)
	require.NotEmpty(t, data)
}

func FuzzUpload(f *testing.F) {
	f.Add([]byte(archive(f, file{"a.zip", archive(f, file{"b", "x"})}, file{"c.gz", zipped(f, "x")})))
	f.Add([]byte(overlapping(f, 3)))
	f.Add([]byte(says(f, 9, "x")))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, problem := input.Upload(bytes.NewReader(data), "f", input.Limits{Sent: 1 << 16, Bytes: 1 << 20, Entries: 50})
		if (problem == nil) == (got == nil) && len(data) > 0 {
			t.Errorf("%d bytes and %v", len(got), problem)
		}
		if int64(len(got)) > 1<<20 {
			t.Error("more than is taken")
		}
	})
}
