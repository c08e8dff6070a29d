package ksbtest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing/iotest"

	"github.com/skillgap-go/skillgap/ksb"
)

// same tells whether two results tell the same, places and all.
func same(a, b result) bool {
	return a.panicked == b.panicked && reflect.DeepEqual(a.framework, b.framework) && a.problems.Error() == b.problems.Error()
}

func checkRepeatable(t T, r Reader) {
	for name, sample := range r.sorted() {
		want := r.read(t, name, sample)
		if !same(want, r.readFrom(t, name, iotest.OneByteReader(bytes.NewReader(sample)))) {
			t.Errorf("%s: byte by byte it tells something else", name)
		}
		for i, got := range r.readAtOnce(t, name, sample, 4) {
			if !same(want, got) {
				t.Errorf("%s: reader %d of several at once tells something else", name, i)
			}
		}
	}
}

func (r Reader) readAtOnce(t T, name string, sample []byte, readers int) []result {
	all := make([]result, readers)
	var group sync.WaitGroup
	for i := range all {
		group.Go(func() { all[i] = r.read(t, name, sample) })
	}
	group.Wait()
	return all
}

// checkClothes: gzip and a byte order mark tell the same; so do lines that end in
// CRLF, or else a problem more than without says what is wrong.
func checkClothes(t T, r Reader) {
	for name, sample := range r.sorted() {
		want := r.read(t, name, sample)
		if !same(want, r.read(t, name+", gzipped", packed(sample))) {
			t.Errorf("%s: gzipped it tells something else", name)
		}
		marked := append([]byte("\uFEFF"), sample...)
		if !same(want, r.read(t, name+", with a byte order mark", marked)) {
			t.Errorf("%s: with a byte order mark it tells something else", name)
		}
		crlf := bytes.ReplaceAll(bytes.ReplaceAll(sample, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
		got := r.read(t, name+", with CRLF", crlf)
		if !reflect.DeepEqual(want.framework, got.framework) && len(got.problems) <= len(want.problems) {
			t.Errorf("%s: with CRLF it tells something else, and no problem more", name)
		}
	}
}

func packed(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(data) // a buffer takes every byte
	_ = w.Close()
	return out.Bytes()
}

func checkRoundTrip(t T, r Reader) {
	if r.Write == nil {
		return
	}
	for name, sample := range r.sorted() {
		first := r.read(t, name, sample).framework
		bytes1, err := r.written(first)
		if err != nil {
			t.Errorf("%s: cannot be written: %v", name, err)
			continue
		}
		second := r.read(t, name+", written", bytes1).framework
		if !reflect.DeepEqual(WithoutOrigins(first), WithoutOrigins(second)) {
			t.Errorf("%s: what was written reads as something else:\n%s", name, bytes1)
		}
		bytes2, err := r.written(second)
		if err != nil || !bytes.Equal(bytes1, bytes2) {
			t.Errorf("%s: written twice, it is not the same (%v)", name, err)
		}
	}
}

func (r Reader) written(f ksb.Framework) ([]byte, error) {
	var out bytes.Buffer
	err := r.Write(&out, f)
	return out.Bytes(), err
}

// checkRowOrder compares fingerprints, which do not depend on the order of a list.
func checkRowOrder(t T, r Reader) {
	const times = 20
	if r.RowOrder == nil {
		return
	}
	for name, sample := range r.sorted() {
		rng := rand.New(rand.NewPCG(3, 4))
		want, _ := ksb.Compile(r.read(t, name, sample).framework)
		for i := range times {
			what := fmt.Sprintf("%s: order %d", name, i)
			data := r.RowOrder(bytes.Clone(sample), rng.Shuffle)
			if got, _ := ksb.Compile(r.read(t, what, data).framework); got.Fingerprint() != want.Fingerprint() {
				t.Errorf("%s: the rows tell something else:\n%s", what, data)
			}
		}
	}
}
