package match

import "testing"

// benchmarkResolve asks for titles never seen, ten suggestions each.
func benchmarkResolve(b *testing.B, targets []Target) {
	rest, asked := holdOut(targets, 8, 0)
	titles := titlesOf(b, rest)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		titles.Resolve(asked[i%len(asked)].text, 10)
		i++
	}
}

func BenchmarkResolveOnet(b *testing.B) { benchmarkResolve(b, onetRoles(b)) }

func BenchmarkResolveStandards(b *testing.B) { benchmarkResolve(b, standards(b)) }

func benchmarkNewTitles(b *testing.B, targets []Target) {
	b.ReportAllocs()
	for b.Loop() {
		_ = titlesOf(b, targets)
	}
}

func BenchmarkNewTitlesOnet(b *testing.B) { benchmarkNewTitles(b, onetRoles(b)) }

func BenchmarkNewTitlesStandards(b *testing.B) { benchmarkNewTitles(b, standards(b)) }
