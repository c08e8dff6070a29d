package web_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/skillgap-go/skillgap/ksb/page/web"
)

// lengths are the widths of the shapes of a class, in per cent.
func lengths(t *testing.T, page, class string) (list []float64) {
	t.Helper()
	each(parsed(t, page), func(n *html.Node) {
		if c, _ := attr(n, "class"); strings.HasPrefix(c, class) && n.Data == "rect" {
			w, _ := attr(n, "width")
			x, err := strconv.ParseFloat(strings.TrimSuffix(w, "%"), 64)
			require.NoError(t, err)
			list = append(list, x)
		}
	})
	return list
}

func TestBar(t *testing.T) {
	for _, c := range []struct{ share, want float64 }{
		{0, 0}, {1, 100}, {0.5, 50}, {0.12345, 12.3}, {-1, 0}, {7, 100}, {math.NaN(), 0}, {math.Inf(1), 100}, {math.Inf(-1), 0}, {1e-9, 0},
	} {
		require.Equal(t, []float64{c.want}, lengths(t, written(web.Bar("x", c.share, web.MarkFull)), "value"), c.share)
	}
}

// TestInterval: the stretch is where it is said to be, and can be seen even if it is a point.
func TestInterval(t *testing.T) {
	require.Equal(t, []float64{70}, lengths(t, written(web.Interval("x", 0.2, 0.9, web.MarkUnsure)), "band"))
	require.Equal(t, []float64{0.5}, lengths(t, written(web.Interval("x", 0.4, 0.4, web.MarkUnsure)), "band"))
	require.Contains(t, written(web.Interval("x", 0.2, 0.9, web.MarkUnsure)), `x="20%"`)
	require.Equal(t, []float64{0.5}, lengths(t, written(web.Interval("x", 0.9, 0.2, web.MarkUnsure)), "band"), "the wrong way round")
}

// TestStack: the parts stand side by side and fill the whole.
func TestStack(t *testing.T) {
	page := written(web.Stack("x", []web.Slice{{Mark: web.MarkFull, Share: 0.25}, {Mark: web.MarkShort, Share: 0.5}, {Mark: web.MarkOpen, Share: 0.25}}))
	require.Equal(t, []float64{25, 50, 25}, lengths(t, page, "slice"))
	require.Equal(t, []string{`x="0%"`, `x="25%"`, `x="75%"`}, regexp.MustCompile(`x="[0-9]+%"`).FindAllString(page, -1)[1:])
}

// TestStrips: every tile is drawn once, with its label, however many there are; no
// picture is wider than a small telephone.
func TestStrips(t *testing.T) {
	for _, c := range []struct {
		n     int
		label string
	}{{0, "K"}, {1, "K"}, {4, "K"}, {10, "K"}, {11, "K"}, {72, "K"}, {277, "S"}, {5, "ST-2024/A very long code "}} {
		tiles := make([]web.Tile, c.n)
		for i := range tiles {
			tiles[i] = web.Tile{Label: c.label + strconv.Itoa(i+1), Said: "said " + strconv.Itoa(i+1), Mark: web.MarkFull, Reach: 1}
		}
		page := written(web.Strips("Knowledge", tiles))
		require.Equal(t, c.n, strings.Count(page, "<text "))
		for i := range tiles {
			require.Contains(t, page, tiles[i].Label+" said "+strconv.Itoa(i+1))
		}
		for _, w := range regexp.MustCompile(`width="([0-9.]+)" height="52"`).FindAllStringSubmatch(page, -1) {
			width, err := strconv.ParseFloat(w[1], 64)
			require.NoError(t, err)
			require.LessOrEqual(t, width, 296.0)
		}
	}
}

// TestMarks: each mark has a look of its own in each of the three ways.
func TestMarks(t *testing.T) {
	sprite := written(web.Sprite())
	classes, drawings, hatchings := map[string]bool{}, map[string]bool{}, map[string]bool{}
	shapes := regexp.MustCompile(`(?s)<symbol id="i-[a-z]+"(.*?)</symbol>`).FindAllStringSubmatch(sprite, -1)
	fills := regexp.MustCompile(`(?s)<pattern id="h-[a-z]+"(.*?)</pattern>`).FindAllStringSubmatch(sprite, -1)
	require.Len(t, shapes, 7)
	require.Len(t, fills, 7)
	for m := web.MarkOpen; m <= web.MarkOutside; m++ {
		classes[m.Class()], drawings[shapes[m][1]] = true, true
		hatchings[regexp.MustCompile(`class="c-[a-z]+"`).ReplaceAllString(fills[m][1], "")] = true
		require.Contains(t, web.StyleSheet(), "."+m.Class()+" {")
	}
	require.Len(t, classes, 7)
	require.Len(t, drawings, 7)
	require.Len(t, hatchings, 7, "without any colour")
}

// luminance and contrast are those of WCAG 2.2.
func luminance(colour string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// TestContrast: text has 4.5 to 1 on the paper and on what is raised from it, lines and
// shapes 3 to 1, in the light and in the dark.
func TestContrast(t *testing.T) {
	require.InDelta(t, 21, contrast("#ffffff", "#000000"), 1e-9)
	require.InDelta(t, 4.54, contrast("#767676", "#ffffff"), 0.01, "a published pair")
	blocks := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(web.StyleSheet(), -1)
	schemes := 0
	for _, block := range blocks {
		colours := map[string]string{}
		for _, c := range regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(block[1], -1) {
			colours[c[1]] = c[2]
		}
		if colours["paper"] == "" {
			continue
		}
		schemes++
		for _, ground := range []string{"paper", "raised"} {
			for _, name := range []string{"text", "muted", "link", "full", "open", "split", "lapsed", "short", "unsure", "outside"} {
				require.GreaterOrEqual(t, contrast(colours[name], colours[ground]), 4.5, "%s on %s: %s on %s", name, ground, colours[name], colours[ground])
			}
			for _, name := range []string{"line", "focus"} {
				require.GreaterOrEqual(t, contrast(colours[name], colours[ground]), 3.0, "%s on %s", name, ground)
			}
		}
	}
	require.Equal(t, 2, schemes)
}

// TestEveryClassIsStyled: a class that the package gives stands in the style sheet.
func TestEveryClassIsStyled(t *testing.T) {
	each(parsed(t, sample(web.Assets{}).HTML()), func(n *html.Node) {
		classes, _ := attr(n, "class")
		for _, class := range strings.Fields(classes) {
			if class != "wide" {
				require.Contains(t, web.StyleSheet(), "."+class, n.Data)
			}
		}
	})
}

func ExampleStrips() {
	fmt.Println(strings.Count(string(web.HTML(web.Strips("Knowledge", make([]web.Tile, 72)))), "<svg "), "pictures")
	// Output: 8 pictures
}

func ExampleTable() {
	fmt.Print(web.HTML(web.Table{Caption: "Hours", Columns: []web.Column{{Name: "Course"}, {Name: "Hours", Number: true}},
		Rows: [][]web.Node{{web.Text("First aid"), web.Number(6)}}}.Node()))
	// Output:
	// <table class="few"><caption>Hours</caption>
	// <thead><tr><th scope="col">Course</th><th scope="col" class="number">Hours</th></tr>
	// </thead>
	// <tbody><tr><th scope="row">First aid</th><td class="number">6</td></tr>
	// </tbody>
	// </table>
}

func ExampleAssets_Policy() {
	fmt.Println(web.Assets{StyleURL: "/style.css", ScriptURL: "/script.js"}.Policy())
	// Output: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'
}
